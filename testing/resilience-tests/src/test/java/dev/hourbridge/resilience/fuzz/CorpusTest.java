package dev.hourbridge.resilience.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The committed corpus, as it is and with seeded changes. */
final class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/dev/hourbridge/resilience/fuzz");
    private static final int CHANGES = Boolean.getBoolean("hourbridge.full") ? 2_000 : 10;
    private static final long SEED = 20_261_122;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyFileOfTheCorpusIsReadOrRefused() throws IOException {
        int read = 0;
        for (Reader reader : Reader.values()) {
            List<Path> files = files(reader);
            assertThat(files).as("corpus of %s", reader).hasSizeGreaterThan(1);
            for (Path file : files) {
                read(reader, Files.readAllBytes(file), file.toString());
                read++;
            }
        }
        Evidence.of(Area.FUZZING, "The corpus")
                .tried("documented, invented and found inputs of " + Reader.values().length + " readers")
                .result("read, or rejected by an exception of this project without a word of them")
                .count(read);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void changedFilesOfTheCorpusAreReadOrRefused() throws IOException {
        long read = 0;
        for (Reader reader : Reader.values()) {
            for (Path file : files(reader)) {
                byte[] bytes = Files.readAllBytes(file);
                int changes = changes(reader, bytes);
                long seed = SEED + file.getFileName().toString().hashCode();
                Changes change = new Changes(seed);
                for (int i = 0; i < changes; i++) {
                    read(reader, change.of(bytes), file + ", seed " + seed + ", change " + i);
                    read++;
                }
            }
        }
        Evidence.of(Area.FUZZING, "Changes of the corpus")
                .tried("the same files with bits flipped, pieces cut, duplicated, moved and put in, by seed " + SEED)
                .result("read, or rejected by an exception of this project without a word of them")
                .count(read);
    }

    /** A file of megabytes shows what it is there for once; a ledger is a database, and takes its time. */
    private static int changes(Reader reader, byte[] bytes) {
        if (bytes.length > 100_000) {
            return 0;
        }
        return reader == Reader.LEDGER ? CHANGES / 10 : CHANGES;
    }

    private static void read(Reader reader, byte[] bytes, String what) {
        try {
            reader.read(bytes);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(reader + " broke a rule: " + what, e);
        }
    }

    private static List<Path> files(Reader reader) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(reader.folder()))) {
            return files.sorted().toList();
        }
    }
}
