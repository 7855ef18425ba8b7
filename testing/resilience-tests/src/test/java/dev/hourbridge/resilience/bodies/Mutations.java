package dev.hourbridge.resilience.bodies;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Spoils good bytes, one to four times, in an order that its seed gives. */
final class Mutations {
    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] good) {
        byte[] bytes = good.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = bytes.length == 0 ? bytes : once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        int other = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, from);
            case 1 -> joined(bytes, 0, from, to, bytes.length);
            case 2 -> joined(bytes, 0, to, from, bytes.length);
            case 3 -> joined(bytes, 0, other, from, to, other, bytes.length);
            case 4 -> overwritten(bytes, from, to);
            default -> swappedDigit(bytes, from);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] overwritten(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** The next digit becomes a sign or another digit: what stays well-formed gets further. */
    private byte[] swappedDigit(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                bytes[i] = (byte) "0123456789-.eE+".charAt(random.nextInt(15));
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int... fromsAndTos) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < fromsAndTos.length; i += 2) {
            out.write(bytes, fromsAndTos[i], fromsAndTos[i + 1] - fromsAndTos[i]);
        }
        return out.toByteArray();
    }
}
