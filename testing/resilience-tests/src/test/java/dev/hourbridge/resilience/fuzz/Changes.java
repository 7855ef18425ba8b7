package dev.hourbridge.resilience.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small damages, the same for the same seed. Belongs to one thread. */
final class Changes {
    private static final List<String> PIECES = List.of(
            "",
            "\u0000",
            "null",
            "true",
            "-1",
            "0",
            "1e99",
            "1E-99",
            "NaN",
            "99999999999999999999",
            "0.30000000000000004",
            "\"",
            "\\u0000",
            "\\ud83d",
            "[",
            "]",
            "{",
            "}",
            "[[[[[[[[",
            "{}",
            "[]",
            "{\"id\":1}",
            ",",
            ":",
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&amp;",
            "&#0;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<?xml version=\"1.0\"?>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]>",
            " nil=\"true\"",
            " type=\"array\"",
            "\ufeff",
            "\u00ff",
            "\u2028",
            "\r\n",
            "\n",
            "9999-12-31",
            "0000-00-00",
            "2024-02-30",
            "+999999999-01-01",
            "T24:00:00Z",
            "+18:00",
            "-00:00",
            "%",
            "%zz",
            "=",
            ";",
            "\ud83d\ude00");

    private final Random random;

    Changes(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(byte[] bytes) {
        byte[] changed = bytes;
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed = one(changed);
        }
        return changed;
    }

    private byte[] one(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(bytes.length - from, 64) + 1);
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                if (from < bytes.length) {
                    flipped[from] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            }
            case 1 -> {
                return joined(bytes, 0, from);
            }
            case 2 -> {
                return joined(joined(bytes, 0, from), joined(bytes, to, bytes.length));
            }
            case 3 -> {
                return joined(joined(bytes, 0, to), joined(bytes, from, bytes.length));
            }
            case 4 -> {
                return joined(joined(bytes, 0, from), joined(piece(), joined(bytes, from, bytes.length)));
            }
            default -> {
                return joined(joined(bytes, 0, from), joined(piece(), joined(bytes, to, bytes.length)));
            }
        }
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
