package dev.hourbridge.archive;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;

/**
 * A new file that replaces an existing file once it is complete. It is written next to that file, and only its owner
 * can read it. If the file system has no POSIX permissions, the permissions of the directory apply.
 *
 * <p>A failure leaves the old file unchanged and removes the draft. A crash leaves the draft behind, under a name that
 * no reader opens.
 */
final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path directory;
    private final Path draft;

    /** Creates the draft in the directory of the file. */
    OutputFile(Path file) throws IOException {
        this.file = file;
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(file + " is not a file name");
        }
        directory = parent;
        draft = Files.createTempFile(directory, "hourbridge-", ".new", ownerOnly());
    }

    private FileAttribute<?>[] ownerOnly() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Returns the new file. */
    Path draft() {
        return draft;
    }

    /** Replaces the content of the new file and waits until it is on the disk. */
    void write(Content content) throws IOException {
        // Not a channel: an interrupt would close it.
        try (FileOutputStream stream = new FileOutputStream(draft.toFile())) {
            BufferedOutputStream buffered = new BufferedOutputStream(stream, BUFFER);
            if (file.toString().endsWith(".gz")) {
                GZIPOutputStream compressed = new GZIPOutputStream(buffered, BUFFER);
                content.write(compressed);
                compressed.finish();
            } else {
                content.write(buffered);
            }
            buffered.flush();
            stream.getFD().sync();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // The system's message does not name the file.
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }

    /** Replaces the old file, if any, with the new file. */
    void replace() throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        } catch (IOException e) {
            // Some systems cannot open a directory. The name then reaches the disk when the system writes it.
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(draft);
    }

    /** Writes the content of the file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }
}
