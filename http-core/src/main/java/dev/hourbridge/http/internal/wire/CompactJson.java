package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/**
 * Copies an object or array as text, in the form that Jackson prints a tree: without white space, and with numbers as
 * Java prints them. A tree of a small object takes 3 KB.
 */
final class CompactJson {
    private final JsonParser parser;
    private final StringBuilder json = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    private CompactJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Returns the object or array that starts at the parser's current token, and leaves the parser at its end. */
    static String of(JsonParser parser) throws IOException {
        CompactJson copy = new CompactJson(parser);
        copy.add(parser.currentToken());
        while (copy.depth > 0) {
            copy.add(parser.nextToken());
        }
        return copy.json.toString();
    }

    private void add(JsonToken token) throws IOException {
        if (token.isStructEnd()) {
            json.append(token.asString());
            depth--;
            isFirst = false;
            return;
        }
        if (!isFirst) {
            json.append(',');
        }
        isFirst = token == JsonToken.FIELD_NAME || token.isStructStart();
        switch (token) {
            case FIELD_NAME -> {
                quote(parser.currentName());
                json.append(':');
            }
            case VALUE_STRING -> quote(parser.getText());
            case VALUE_NUMBER_INT -> json.append(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> json.append(parser.getDecimalValue());
            default -> {
                json.append(token.asString());
                depth += token.isStructStart() ? 1 : 0;
            }
        }
    }

    private void quote(String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }
}
