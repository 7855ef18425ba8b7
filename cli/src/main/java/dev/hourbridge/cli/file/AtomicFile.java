package dev.hourbridge.cli.file;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes each file that the command produces, either completely or not at all. Only the owner can read the files.
 *
 * <p>The text is written to a new file with an unpredictable name in the same directory, which then replaces the target
 * file. A symbolic link or a pipe with the target's name is replaced: it is neither followed nor opened. On a file
 * system without POSIX permissions, the permissions of the directory apply.
 *
 * <p>A reader of the file, such as an editor or a later step, sees either the old content or the new content, even
 * after a power failure.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content to a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes to the new file, in UTF-8. */
        void write(Writer out) throws IOException;
    }

    /** Replaces the file with the text. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text));
    }

    /**
     * Replaces the file with what {@code content} writes. The file is unchanged if that fails.
     *
     * @throws IOException if the directory does not exist or cannot be written to, or the disk is full; the message
     *     names the file
     */
    public static void write(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is not a file name");
        }
        Path draft = Files.createTempFile(directory, "hourbridge-", ".new", ownerOnly(directory));
        try {
            // Not a channel: an interrupt would close it.
            try (FileOutputStream stream = new FileOutputStream(draft.toFile());
                    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
                content.write(out);
                out.flush();
                stream.getFD().sync();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // The system's message does not name the file.
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Returns the attributes of a file that only its owner can read and write; empty if the file system has no such
     * permissions.
     */
    private static FileAttribute<?>[] ownerOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
