package dev.hourbridge.simulators.teampulse.odata;

import dev.hourbridge.simulators.teampulse.odata.ODataLexer.Token;
import dev.hourbridge.simulators.teampulse.odata.ODataLexer.TokenType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Reads a {@code $filter}: comparisons, {@code and}, {@code or}, {@code not}, parentheses and three text functions.
 * Operators are case-sensitive; property names and prefixes are not. As in the service's library, {@code not} binds
 * more tightly than a comparison.
 *
 * <p>Grammar, from the lowest to the highest precedence: {@code or}, {@code and}, comparison, {@code not}, then a
 * literal, a property, a function or parentheses. {@code not id eq 1} is therefore {@code (not id) eq 1}, which is an
 * error, because {@code id} is not a condition.
 */
public final class ODataParser<T> {
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Map<String, BiPredicate<String, String>> FUNCTIONS = Map.of(
            "substringof", (needle, text) -> text.contains(needle),
            "startswith", String::startsWith,
            "endswith", String::endsWith);

    private final Map<String, ODataField<T>> schema;
    private final List<Token> tokens;
    private final int nodeLimit;
    private int next;
    private int nodes;

    private ODataParser(Map<String, ODataField<T>> schema, List<Token> tokens, int nodeLimit) {
        this.schema = schema;
        this.tokens = tokens;
        this.nodeLimit = nodeLimit;
    }

    /**
     * Returns the condition of a filter.
     *
     * @param schema the fields by name in lower case
     * @throws ODataException if the text cannot be parsed, is not a condition, or has too many nodes
     */
    public static <T> ODataNode<T> filter(String text, Map<String, ODataField<T>> schema, int nodeLimit) {
        ODataParser<T> parser = new ODataParser<>(schema, ODataLexer.tokens(text), nodeLimit);
        ODataNode<T> whole = parser.or();
        parser.expect(TokenType.END);
        return truth(whole);
    }

    /** Reads conditions with {@code or} between them. */
    private ODataNode<T> or() {
        ODataNode<T> left = and();
        while (takeWord("or")) {
            left = count(new ODataNode.Logical<>(false, truth(left), truth(and())));
        }
        return left;
    }

    /** Reads comparisons with {@code and} between them. */
    private ODataNode<T> and() {
        ODataNode<T> left = comparison();
        while (takeWord("and")) {
            left = count(new ODataNode.Logical<>(true, truth(left), truth(comparison())));
        }
        return left;
    }

    /** Reads values with comparison operators between them, from left to right. */
    private ODataNode<T> comparison() {
        ODataNode<T> left = unary();
        while (peek().type() == TokenType.NAME && COMPARISONS.contains(peek().text())) {
            String operator = take().text();
            ODataNode<T> right = unary();
            boolean ordering = !operator.equals("eq") && !operator.equals("ne");
            if (!left.kind().comparesWith(right.kind()) || (ordering && left.kind() == ODataKind.TRUTH)) {
                throw new ODataException("A binary operator with incompatible types was detected: '" + left.kind()
                        + "' and '" + right.kind() + "' for operator '" + operator + "'.");
            }
            left = count(new ODataNode.Comparison<>(operator, left, right));
        }
        return left;
    }

    /** Reads {@code not} and its operand, or a primary expression. */
    private ODataNode<T> unary() {
        return takeWord("not") ? count(new ODataNode.Not<>(truth(unary()))) : primary();
    }

    /** Reads a literal, a property, a function, or an expression in parentheses. */
    private ODataNode<T> primary() {
        Token token = take();
        return switch (token.type()) {
            case OPEN -> {
                ODataNode<T> inner = or();
                expect(TokenType.CLOSE);
                yield inner;
            }
            case TEXT -> literal(ODataKind.TEXT, token.text());
            case NUMBER -> literal(ODataKind.NUMBER, ODataLiterals.number(token.text(), token.position()));
            case PREFIXED -> {
                if (!token.prefix().equalsIgnoreCase("datetime")) {
                    throw new ODataException("Unrecognized literal at position " + token.position() + ".");
                }
                yield literal(ODataKind.MOMENT, ODataLiterals.moment(token.text(), token.position()));
            }
            case NAME -> name(token);
            default -> throw new ODataException("Expression expected at position " + token.position() + ".");
        };
    }

    private ODataNode<T> literal(ODataKind kind, Object value) {
        return count(new ODataNode.Literal<>(kind, value));
    }

    private ODataNode<T> name(Token token) {
        if (peek().type() == TokenType.OPEN) {
            return function(token);
        }
        return switch (token.text()) {
            case "null" -> count(new ODataNode.Literal<>(ODataKind.NULL, null));
            case "true" -> literal(ODataKind.TRUTH, true);
            case "false" -> literal(ODataKind.TRUTH, false);
            default -> count(new ODataNode.Property<>(field(schema, token.text())));
        };
    }

    private ODataNode<T> function(Token token) {
        BiPredicate<String, String> test = FUNCTIONS.get(token.text());
        if (test == null) {
            throw new ODataException("An unknown function with name '" + token.text() + "' was found.");
        }
        expect(TokenType.OPEN);
        ODataNode<T> first = or();
        expect(TokenType.COMMA);
        ODataNode<T> second = or();
        expect(TokenType.CLOSE);
        if (first.kind() != ODataKind.TEXT || second.kind() != ODataKind.TEXT) {
            throw new ODataException("No function signature for the function with name '" + token.text()
                    + "' matches the specified arguments.");
        }
        return count(new ODataNode.TextTest<>(test, first, second));
    }

    /**
     * Returns a field by its name, ignoring case.
     *
     * @throws ODataException if there is no field with this name
     */
    public static <T> ODataField<T> field(Map<String, ODataField<T>> schema, String name) {
        ODataField<T> field = schema.get(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw new ODataException("Could not find a property named '" + name + "'.");
        }
        return field;
    }

    private static <T> ODataNode<T> truth(ODataNode<T> node) {
        if (node.kind() != ODataKind.TRUTH) {
            throw new ODataException("A condition is expected but a value was found.");
        }
        return node;
    }

    /** Counts a node. The service limits their number, so a client must split a long filter. */
    private ODataNode<T> count(ODataNode<T> node) {
        if (++nodes > nodeLimit) {
            throw new ODataException("The node count limit of '" + nodeLimit + "' has been exceeded.");
        }
        return node;
    }

    /** Consumes the next token if it is this word. A quoted string with the same letters does not match. */
    private boolean takeWord(String word) {
        boolean found = peek().type() == TokenType.NAME && peek().text().equals(word);
        if (found) {
            next++;
        }
        return found;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.type() != TokenType.END) {
            next++;
        }
        return token;
    }

    private void expect(TokenType type) {
        Token token = take();
        if (token.type() != type) {
            throw new ODataException("Syntax error at position " + token.position() + ".");
        }
    }
}
