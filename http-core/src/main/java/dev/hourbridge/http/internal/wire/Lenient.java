package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The leniences that the services need, one reader each; to be named in {@code @JsonDeserialize(using =
 * …)}. All of them take a value in quotes or without, take white space around it, and take null, an
 * empty text and {@code nil="true"} as null unless they say otherwise. Anything else of the wrong form
 * is refused.
 */
public final class Lenient {
    private Lenient() {}

    /** A yes or no: {@code true}, {@code false}, {@code 1}, {@code 0}, in quotes or not. */
    public static final class Flag extends Scalar<Boolean> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Flag() {
            super(Boolean.class);
        }

        @Override
        @Nullable
        Boolean convert(String text, JsonToken token) {
            return switch (text.strip()) {
                case "" -> null;
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> throw new IllegalArgumentException();
            };
        }
    }

    /** An id: a text or a whole number, as text. Empty and zero mean that there is none. */
    public static final class Id extends Scalar<String> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Id() {
            super(String.class);
        }

        @Override
        @Nullable
        String convert(String text, JsonToken token) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT || token.isBoolean()) {
                throw new IllegalArgumentException();
            }
            String id = text.strip();
            return id.isEmpty() || id.equals("0") ? null : id;
        }
    }

    /** A whole number of at most 18 digits; {@code 1.9} is refused, and so is {@code 1.0}. */
    public static final class Whole extends Scalar<Long> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Whole() {
            super(Long.class);
        }

        @Override
        @Nullable
        Long convert(String text, JsonToken token) {
            return Numbers.whole(text);
        }
    }

    /** A whole number of minutes, zero or more. */
    public static final class Minutes extends Scalar<Duration> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Minutes() {
            super(Duration.class);
        }

        @Override
        @Nullable
        Duration convert(String text, JsonToken token) {
            Long minutes = Numbers.whole(text);
            if (minutes != null && (minutes < 0 || minutes > Integer.MAX_VALUE)) {
                throw new IllegalArgumentException();
            }
            return minutes == null ? null : Duration.ofMinutes(minutes);
        }
    }

    /** A decimal number, every digit kept. */
    public static final class Decimal extends Scalar<BigDecimal> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Decimal() {
            super(BigDecimal.class);
        }

        @Override
        @Nullable
        BigDecimal convert(String text, JsonToken token) {
            return Numbers.decimal(text);
        }
    }

    /** A text as it stands, or a number as text. An empty text stays one. */
    public static final class Text extends Scalar<String> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Text() {
            super(String.class);
        }

        @Override
        String convert(String text, JsonToken token) {
            return text;
        }
    }

    /** A day: {@code 2013-10-02}, {@code 20131002}, or the day of a date and time as it is written. */
    public static final class Date extends Scalar<LocalDate> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Date() {
            super(LocalDate.class);
        }

        @Override
        @Nullable
        LocalDate convert(String text, JsonToken token) {
            return text.isBlank() ? null : Times.date(text.strip());
        }
    }

    /** A moment with its offset: {@code Z}, {@code -05:00} or {@code -0500}. */
    public static final class Offset extends Scalar<OffsetDateTime> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Offset() {
            super(OffsetDateTime.class);
        }

        @Override
        @Nullable
        OffsetDateTime convert(String text, JsonToken token) {
            return text.isBlank() ? null : Times.offset(text.strip());
        }
    }

    /** A moment; with its offset, or in UTC where it has none. */
    public static final class Moment extends Scalar<Instant> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public Moment() {
            super(Instant.class);
        }

        @Override
        @Nullable
        Instant convert(String text, JsonToken token) {
            return text.isBlank() ? null : Times.instant(text.strip());
        }
    }

    /** A wall clock; an offset behind it is passed over, as Teamwork writes a {@code Z} that means nothing. */
    public static final class WallClock extends Scalar<LocalDateTime> {
        private static final long serialVersionUID = 1L;

        /** For Jackson. */
        public WallClock() {
            super(LocalDateTime.class);
        }

        @Override
        @Nullable
        LocalDateTime convert(String text, JsonToken token) {
            return text.isBlank() ? null : Times.wallClock(text.strip());
        }
    }
}
