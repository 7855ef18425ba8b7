package dev.hourbridge.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The entries of a partition as compressed text in Base64. Ids are in order, each with its day and the digest of its
 * content. A numeric id is stored as the difference from the previous one.
 *
 * <p>Every committed offset is a record in Connect's own topic, so it must be small even for months with many entries.
 */
final class KnownEntries {
    /** Sorts numbers by value, followed by other ids as text. */
    static final Comparator<String> ORDER = Comparator.comparing((String id) -> !isNumber(id))
            .thenComparingLong(id -> isNumber(id) ? Long.parseLong(id) : 0)
            .thenComparing(Comparator.naturalOrder());

    /** Longer text may not fit in a {@code long}. */
    private static final int MAX_DIGITS = 18;

    private KnownEntries() {}

    /** Returns the text for entries by id. */
    static String encode(Map<String, KnownEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(entries.size());
            long before = 0;
            for (Map.Entry<String, KnownEntry> entry : sorted(entries).entrySet()) {
                String id = entry.getKey();
                if (isNumber(id)) {
                    long number = Long.parseLong(id);
                    writeNumber(out, (number - before) << 1);
                    before = number;
                } else {
                    writeNumber(out, 1);
                    out.writeUTF(id);
                }
                out.writeByte(entry.getValue().day());
                out.writeInt(entry.getValue().digest());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads text that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the text is damaged
     */
    static Map<String, KnownEntry> decode(String text) {
        Map<String, KnownEntry> entries = new TreeMap<>(ORDER);
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int size = in.readInt();
            long before = 0;
            for (int i = 0; i < size; i++) {
                long token = readNumber(in);
                String id;
                if ((token & 1) == 0) {
                    before += token >> 1;
                    id = Long.toString(before);
                } else {
                    id = in.readUTF();
                }
                entries.put(id, new KnownEntry(in.readUnsignedByte(), in.readInt()));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the ids of an offset are damaged", e);
        }
        return entries;
    }

    private static Map<String, KnownEntry> sorted(Map<String, KnownEntry> entries) {
        Map<String, KnownEntry> sorted = new TreeMap<>(ORDER);
        sorted.putAll(entries);
        return sorted;
    }

    /** Returns whether an id is a number whose text is the same when it is written again. */
    private static boolean isNumber(String id) {
        return !id.isEmpty()
                && id.length() <= MAX_DIGITS
                && id.chars().allMatch(c -> c >= '0' && c <= '9')
                && (id.length() == 1 || id.charAt(0) != '0');
    }

    /** Writes a number in as few bytes as it needs, seven bits each. */
    private static void writeNumber(DataOutputStream out, long number) throws IOException {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** Reads a number that {@link #writeNumber} wrote. */
    private static long readNumber(DataInputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return number;
            }
        }
        throw new IOException("a number of more than 64 bits");
    }
}
