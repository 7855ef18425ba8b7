package dev.hourbridge.teampulse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a filter by the grammar of OData 2 and says which rows meet it. Written from the grammar alone: it
 * shares nothing with what writes filters.
 */
final class SmallOData {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(datetime|guid)?('(?:[^']|'')*')|([A-Za-z_]\\w*)"
            + "|(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)([LfFmMdD]?)|([(),]))");

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private record Token(String kind, String text) {}

    private SmallOData(String filter) {
        Matcher matcher = TOKEN.matcher(filter.strip());
        int end = 0;
        while (end < filter.strip().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("no token at " + end + " of " + filter);
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(2) != null) {
            String inside =
                    matcher.group(2).substring(1, matcher.group(2).length() - 1).replace("''", "'");
            return new Token(matcher.group(1) == null ? "text" : matcher.group(1), inside);
        }
        if (matcher.group(3) != null) {
            return new Token("name", matcher.group(3));
        }
        return matcher.group(4) != null ? new Token("number", matcher.group(4)) : new Token("mark", matcher.group(6));
    }

    static Predicate<Map<String, Object>> parse(String filter) {
        SmallOData parser = new SmallOData(filter);
        Predicate<Map<String, Object>> whole = parser.or();
        if (parser.at != parser.tokens.size()) {
            throw new IllegalArgumentException("more after the end of " + filter);
        }
        return whole;
    }

    private Predicate<Map<String, Object>> or() {
        Predicate<Map<String, Object>> left = and();
        while (takes("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<Map<String, Object>> and() {
        Predicate<Map<String, Object>> left = unary();
        while (takes("and")) {
            left = left.and(unary());
        }
        return left;
    }

    private Predicate<Map<String, Object>> unary() {
        if (takes("not")) {
            return unary().negate();
        }
        if (takes("(")) {
            Predicate<Map<String, Object>> inside = or();
            expect(")");
            return inside;
        }
        Token name = next();
        return takes("(") ? call(name.text()) : comparison(name.text(), next().text(), next());
    }

    private Predicate<Map<String, Object>> call(String function) {
        Token first = next();
        expect(",");
        Token second = next();
        expect(")");
        return row -> {
            String one = argument(first, row);
            String two = argument(second, row);
            if (one == null || two == null) {
                return false;
            }
            return switch (function) {
                case "substringof" -> two.contains(one);
                case "startswith" -> one.startsWith(two);
                case "endswith" -> one.endsWith(two);
                default -> throw new IllegalArgumentException(function);
            };
        };
    }

    private static @org.jspecify.annotations.Nullable String argument(Token token, Map<String, Object> row) {
        return token.kind().equals("text") ? token.text() : (String) row.get(token.text());
    }

    private static Predicate<Map<String, Object>> comparison(String field, String operator, Token literal) {
        return row -> {
            Object value = row.get(field);
            boolean literalIsNull =
                    literal.kind().equals("name") && literal.text().equals("null");
            if (value == null || literalIsNull) {
                boolean same = value == null && literalIsNull;
                return operator.equals("eq") ? same : operator.equals("ne") && !same;
            }
            int order = compare(value, literal);
            return switch (operator) {
                case "eq" -> order == 0;
                case "ne" -> order != 0;
                case "gt" -> order > 0;
                case "ge" -> order >= 0;
                case "lt" -> order < 0;
                case "le" -> order <= 0;
                default -> throw new IllegalArgumentException(operator);
            };
        };
    }

    private static int compare(Object value, Token literal) {
        return switch (literal.kind()) {
            case "text" -> ((String) value).compareTo(literal.text());
            case "number" ->
                new java.math.BigDecimal(value.toString()).compareTo(new java.math.BigDecimal(literal.text()));
            case "datetime" ->
                ((java.time.LocalDate) value)
                        .compareTo(java.time.LocalDate.parse(literal.text().substring(0, 10)));
            case "guid" -> value.toString().compareTo(literal.text());
            case "name" -> Boolean.compare((Boolean) value, Boolean.parseBoolean(literal.text()));
            default -> throw new IllegalArgumentException(literal.kind());
        };
    }

    private boolean takes(String text) {
        boolean there = at < tokens.size()
                && !tokens.get(at).kind().equals("text")
                && tokens.get(at).text().equals(text);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String text) {
        if (!takes(text)) {
            throw new IllegalArgumentException("no " + text + " at token " + at + " of " + tokens);
        }
    }

    private Token next() {
        return tokens.get(at++);
    }
}
