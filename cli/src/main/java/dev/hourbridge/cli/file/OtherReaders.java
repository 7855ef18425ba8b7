package dev.hourbridge.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Finds files that more users can read than their owner.
 *
 * <p>The command warns and continues: on some systems the rights mean little, and the user may have chosen them.
 */
public final class OtherReaders {
    private OtherReaders() {}

    /**
     * Returns a remark on a file with secrets that its group or everyone can read; empty if only its owner can, if it
     * is not a regular file, and where the file system has no POSIX permissions.
     *
     * @param what names the file, without any secret
     */
    public static Optional<String> remark(Path file, String what) {
        Set<PosixFilePermission> permissions;
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            permissions = Files.getPosixFilePermissions(file);
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
        return permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ)
                ? Optional.of(what + " contains a secret, and other users can read it ("
                        + PosixFilePermissions.toString(permissions) + "). Run chmod 600 on it.")
                : Optional.empty();
    }
}
