package dev.hourbridge.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    Path directory;

    @Test
    void replacesALinkAndLeavesItsTargetAlone() throws IOException {
        Path other = Files.writeString(directory.resolve("other"), "untouched");
        Path file = Files.createSymbolicLink(directory.resolve("file"), other);

        AtomicFile.write(file, "new");

        assertThat(other).hasContent("untouched");
        assertThat(file).hasContent("new");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void replacesAPipeWithoutOpeningIt() throws Exception {
        Path file = directory.resolve("file");
        assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "no mkfifo here");

        AtomicFile.write(file, "new");

        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(file).hasContent("new");
    }

    @Test
    void isForItsOwnerOnlyEvenWhereTheOldFileWasNot() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        AtomicFile.write(file, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenTheContentFails() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": No space left on device");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void refusesADirectoryThatDoesNotExist() {
        assertThatThrownBy(() -> AtomicFile.write(directory.resolve("no").resolve("file"), "new"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void survivesAnInterrupt() throws IOException {
        Path file = directory.resolve("file");

        Thread.currentThread().interrupt();
        AtomicFile.write(file, "new");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
