package dev.hourbridge.simulators.teampulse.odata;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an expression into the tokens of OData 3.
 *
 * <p>Positions in messages start at 0, as in the service's library. A number may contain letters, such as {@code 6.1f},
 * which {@link ODataLiterals} checks.
 */
final class ODataLexer {
    enum TokenType {
        NAME,
        TEXT,
        NUMBER,
        /** A quoted value with a prefix, such as {@code datetime'2013-10-24'}. */
        PREFIXED,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    /** A token. For PREFIXED, {@code text} is the quoted part and {@code prefix} is the word before it. */
    record Token(TokenType type, String text, String prefix, int position) {}

    private final String source;

    /** The position of the next character to read. */
    private int at;

    private ODataLexer(String source) {
        this.source = source;
    }

    /** @throws ODataException if part of the text is not a token */
    static List<Token> tokens(String source) {
        ODataLexer lexer = new ODataLexer(source);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            // The last token is END, so a parser can always look at the next token.
            token = lexer.next();
            tokens.add(token);
        } while (token.type() != TokenType.END);
        return tokens;
    }

    private Token next() {
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        if (at == source.length()) {
            return new Token(TokenType.END, "", "", start);
        }
        char c = source.charAt(at);
        if (c == '\'') {
            return new Token(TokenType.TEXT, quoted(), "", start);
        }
        if (c == '-' || isDigit(c)) {
            return new Token(TokenType.NUMBER, number(), "", start);
        }
        if (isLetter(c)) {
            String word = word();
            return at < source.length() && source.charAt(at) == '\''
                    ? new Token(TokenType.PREFIXED, quoted(), word, start)
                    : new Token(TokenType.NAME, word, "", start);
        }
        at++;
        return switch (c) {
            case '(' -> new Token(TokenType.OPEN, "(", "", start);
            case ')' -> new Token(TokenType.CLOSE, ")", "", start);
            case ',' -> new Token(TokenType.COMMA, ",", "", start);
            default -> throw new ODataException("Syntax error at position " + start + ".");
        };
    }

    /** Returns a quoted string. Each quote in it is written twice. */
    private String quoted() {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c != '\'') {
                text.append(c);
            } else if (at < source.length() && source.charAt(at) == '\'') {
                text.append(c);
                at++;
            } else {
                return text.toString();
            }
        }
        throw new ODataException("There is an unterminated string literal at position " + start + ".");
    }

    /**
     * Returns digits with a sign, a decimal point, an exponent and a suffix, up to the first other character. Not
     * validated here.
     */
    private String number() {
        int start = at++;
        while (at < source.length()
                && (isDigit(source.charAt(at)) || isLetter(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        return source.substring(start, at);
    }

    /** Returns letters, digits and underscores. */
    private String word() {
        int start = at;
        while (at < source.length() && (isLetter(source.charAt(at)) || isDigit(source.charAt(at)))) {
            at++;
        }
        return source.substring(start, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
