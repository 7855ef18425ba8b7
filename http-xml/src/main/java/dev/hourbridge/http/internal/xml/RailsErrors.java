package dev.hourbridge.http.internal.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDeserializer;
import dev.hourbridge.model.MalformedResponseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the error messages of Rails; a body of any other form has no messages.
 *
 * <p>Example: {@code <errors><error>Minutes can't be blank</error></errors>}.
 */
final class RailsErrors {
    private RailsErrors() {}

    /** Returns the messages of a body; empty if it has another form. */
    static List<String> of(ApiResponse response) {
        try {
            return Xml.readList(response, Set.of("errors"), "error", Message.class, Message::stripped).items().stream()
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (MalformedResponseException e) {
            return List.of();
        }
    }

    /** One message. */
    @JsonDeserialize(using = Reader.class)
    static final class Message {
        @JsonProperty("")
        final @Nullable String text;

        Message(@Nullable String text) {
            this.text = text;
        }

        /** Returns the message without surrounding white space; empty if the element is empty. */
        String stripped() {
            return text == null ? "" : text.strip();
        }
    }

    static final class Reader extends LenientDeserializer<Message> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Message.class);
        }

        @Override
        protected Message convert(String text, com.fasterxml.jackson.core.JsonToken token) {
            return new Message(text);
        }
    }
}
