package dev.hourbridge.migration.internal.context;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The platform's directory for the state of a user's programs.
 *
 * <p>{@code XDG_STATE_HOME}, {@code ~/Library/Application Support} or {@code LOCALAPPDATA}, each with a subdirectory
 * {@code hourbridge}. It is separate from the ledgers, so a restored backup of a ledger is recognized as an older copy.
 */
public final class UserStateDirectory {
    private UserStateDirectory() {}

    /** Returns the directory of the user who runs this process. */
    public static Path ofProcess() {
        // Without a home, such as for a user without a name in a container, the directory lasts as long as the machine
        // runs.
        Path home = absolute(System.getProperty("user.home")).orElse(Path.of(System.getProperty("java.io.tmpdir")));
        return of(System::getenv, System.getProperty("os.name", ""), home);
    }

    /**
     * Returns the directory.
     *
     * @param environment the variables; null for a variable that is not set
     * @param system the name of the operating system
     * @param home the user's home directory
     */
    static Path of(UnaryOperator<@Nullable String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path base;
        if (name.startsWith("windows")) {
            base = absolute(environment.apply("LOCALAPPDATA"))
                    .orElse(home.resolve("AppData").resolve("Local"));
        } else if (name.startsWith("mac")) {
            base = home.resolve("Library").resolve("Application Support");
        } else {
            base = absolute(environment.apply("XDG_STATE_HOME"))
                    .orElse(home.resolve(".local").resolve("state"));
        }
        return base.resolve("hourbridge");
    }

    /**
     * Returns the path if it is absolute. The specification of these variables requires relative paths to be ignored.
     */
    private static Optional<Path> absolute(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
