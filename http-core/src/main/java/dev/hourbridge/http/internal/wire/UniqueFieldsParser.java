package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rejects an object that contains the same field twice, because it is unknown which of the two is valid. Jackson's own
 * option uses 2 KB per object with 40 fields: a hash set with a node for each name. Not thread-safe.
 */
final class UniqueFieldsParser extends JsonParserDelegate {
    /** The field names of each open object, the outermost first. */
    private FieldNames[] open = new FieldNames[4];

    private int depth;

    UniqueFieldsParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            check(delegate.currentName());
        } else {
            follow(token);
        }
        return token;
    }

    @Override
    public @Nullable String nextFieldName() throws IOException {
        String name = delegate.nextFieldName();
        if (name == null) {
            follow(delegate.currentToken());
        } else {
            check(name);
        }
        return name;
    }

    @Override
    public boolean nextFieldName(SerializableString expected) throws IOException {
        return expected.getValue().equals(nextFieldName());
    }

    @Override
    public JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (delegate.currentToken().isStructStart()) {
            int outer = 1;
            while (outer > 0) {
                JsonToken token = nextToken();
                if (token == null) {
                    return this;
                }
                outer += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return this;
    }

    private void follow(@Nullable JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            if (open[depth] == null) {
                open[depth] = new FieldNames();
            }
            open[depth].clear();
            depth++;
        } else if (token == JsonToken.END_OBJECT) {
            depth--;
        }
    }

    private void check(String name) throws JsonParseException {
        if (!open[depth - 1].add(name)) {
            throw new JsonParseException(this, "a duplicate field");
        }
    }
}
