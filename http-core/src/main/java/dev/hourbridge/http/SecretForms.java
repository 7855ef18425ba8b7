package dev.hourbridge.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms of one secret to search for. Immutable.
 *
 * @param texts the plain forms, in lower case
 * @param encodings the Base64 forms, in lower case
 * @param digits the hexadecimal forms, in lower case
 */
record SecretForms(List<String> texts, List<Encoding> encodings, List<String> digits) {

    /**
     * The part of a Base64 form that does not depend on adjacent data.
     *
     * @param text the characters that contain only bits of the secret
     * @param before whether the preceding character contains bits of the secret
     * @param after whether the following character contains bits of the secret
     */
    private record Encoding(String text, boolean before, boolean after) {}

    static SecretForms of(String secret) {
        Set<String> plain = new LinkedHashSet<>(List.of(secret));
        try {
            // A token may be sent percent-encoded and repeated without the encoding.
            String decoded = URLDecoder.decode(secret, StandardCharsets.UTF_8);
            if (decoded.length() >= Redactor.MIN_LENGTH) {
                plain.add(decoded);
            }
        } catch (IllegalArgumentException notEncoded) {
            // The secret has no decoded form.
        }
        List<String> texts = new ArrayList<>();
        List<Encoding> encodings = new ArrayList<>();
        List<String> digits = new ArrayList<>();
        for (String text : plain) {
            texts.add(TextView.folded(text));
            if (text.indexOf(' ') >= 0) {
                texts.add(TextView.folded(text.replace(' ', '+')));
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int offset = 0; offset < 3; offset++) {
                encodings.add(encoding(bytes, offset));
            }
            digits.add(HexFormat.of().formatHex(bytes));
        }
        return new SecretForms(List.copyOf(texts), List.copyOf(encodings), List.copyOf(digits));
    }

    /** Base64 encodes 6 bits per character: a secret has another form at each of three offsets. */
    private static Encoding encoding(byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String text = Base64.getEncoder().encodeToString(shifted);
        int start = (offset * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return new Encoding(TextView.folded(text.substring(start, end)), offset > 0, shifted.length * 8 % 6 > 0);
    }

    /** Marks each range of the original text in which a view contains the secret. */
    void find(TextView view, TextView base64, TextView hex, BitSet hidden) {
        texts.forEach(text -> view.mark(text, hidden));
        encodings.forEach(encoding -> base64.markBase64(encoding.text, encoding.before, encoding.after, hidden));
        digits.forEach(text -> hex.mark(text, hidden));
    }

    /** Returns a text with the number of forms, without the secret. */
    @Override
    public String toString() {
        return texts.size() + " forms";
    }
}
