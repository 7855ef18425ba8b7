package dev.hourbridge.cli.config;

import dev.hourbridge.migration.ContradictingDuration;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.Rounding;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code policy}. */
final class PolicySection {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private PolicySection() {}

    static Policy read(YamlMap section) {
        section.allowOnly(
                "existing",
                "settle",
                "requestTimeout",
                "rounding",
                "marker",
                "startPolicy",
                "contradictingDuration",
                "parallel");
        Policy.Builder policy = Policy.builder();
        section.find("existing").map(word -> word.oneOf(ExistingRows.class)).ifPresent(policy::existing);
        section.find("settle").map(PolicySection::duration).ifPresent(policy::settle);
        section.find("requestTimeout").map(PolicySection::duration).ifPresent(policy::requestTimeout);
        section.find("rounding").map(PolicySection::rounding).ifPresent(policy::rounding);
        section.find("marker").map(word -> word.oneOf(Marker.class)).ifPresent(policy::marker);
        section.find("startPolicy")
                .filter(word -> !word.text().equals("refuse"))
                .map(word -> word.parsed(LocalTime::parse, "give refuse, or a time of day in quotes: \"09:00\""))
                .ifPresent(policy::startPolicy);
        section.find("contradictingDuration")
                .map(word -> word.oneOf(ContradictingDuration.class))
                .ifPresent(policy::contradictingDuration);
        section.find("parallel")
                .map(word -> word.parsed(Integer::parseInt, "give a whole number"))
                .ifPresent(policy::parallelism);
        try {
            return policy.build();
        } catch (InvalidInputException refused) {
            ConfigurationException error = refused.field().equals("parallelism")
                    ? section.location("parallel").error("give 1 to 64")
                    : settleTooShort(section);
            error.initCause(refused);
            throw error;
        }
    }

    private static ConfigurationException settleTooShort(YamlMap section) {
        return section.has("settle")
                ? section.location("settle").error("is less than twice requestTimeout; give at least twice as long")
                : section.location("requestTimeout")
                        .error("is more than half of settle, which is 90s where it is not given; give policy.settle,"
                                + " at least twice as long as requestTimeout");
    }

    private static Duration duration(YamlText word) {
        Matcher matcher = DURATION.matcher(word.text());
        if (!matcher.matches()) {
            throw word.location().error("give a number with its unit: 90s, 2m, 500ms");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Rounding rounding(YamlText word) {
        return switch (word.text()) {
            case "nearest" -> Rounding.nearest();
            case "up" -> Rounding.up();
            case "down" -> Rounding.down();
            case "sum-preserving" -> Rounding.sumPreserving();
            default ->
                word.parsed(
                        PolicySection::step,
                        "give nearest, up, down, sum-preserving, or step: with its minutes (step:15)");
        };
    }

    private static Rounding step(String text) {
        if (!text.startsWith("step:")) {
            throw new IllegalArgumentException("no step");
        }
        return Rounding.step(Integer.parseInt(text.substring("step:".length())));
    }
}
