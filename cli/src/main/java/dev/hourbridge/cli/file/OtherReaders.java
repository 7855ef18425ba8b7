package dev.hourbridge.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Finds files that users other than the owner can read.
 *
 * <p>The command warns and continues: permissions have little meaning on some systems, and the user may have chosen
 * them.
 */
public final class OtherReaders {
    private OtherReaders() {}

    /**
     * Returns a remark if the group or everyone can read a file that contains secrets. Returns empty if only the owner
     * can read it, if it is not a regular file, or if the file system has no POSIX permissions.
     *
     * @param what the name of the file in the remark; must not contain a secret
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
