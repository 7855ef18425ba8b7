package dev.hourbridge.archive;

import dev.hourbridge.archive.LineReader.DamagedLineException;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Service;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first line of an archive, which states the origin of its entries.
 *
 * @param account the account of the entries
 * @param firstDay the first day that the archive covers; empty if there is no lower bound
 * @param lastDay the last day that it covers; empty if there is no upper bound
 * @param writtenAt the time at which it was written
 * @param client the name and version of the program that wrote it
 * @param capabilities the capabilities for reading the archive, which are those of the source
 */
record Header(
        Account account,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay,
        Instant writtenAt,
        String client,
        Capabilities capabilities) {
    static final String FORMAT = "hourbridge-archive";
    static final long VERSION = 1;

    private static final int MAX_ACCOUNT = 500;
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final long MAX_DURATION_UNIT = Duration.ofDays(1).toSeconds();

    /** Returns the members of the line, in the order in which they are written. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("version", VERSION);
        map.put("account", account.toString());
        capabilities.zone().ifPresent(zone -> map.put("zone", zone.getId()));
        firstDay.ifPresent(day -> map.put("firstDay", day.toString()));
        lastDay.ifPresent(day -> map.put("lastDay", day.toString()));
        map.put("writtenAt", writtenAt.toString());
        map.put("client", client);
        map.put(
                "fields",
                capabilities.readable().stream().map(Header::word).sorted().toList());
        map.put("placement", word(capabilities.placement()));
        map.put("starts", word(capabilities.startForm()));
        map.put("durationUnit", capabilities.durationUnit().toSeconds());
        capabilities
                .listedProjects()
                .ifPresent(
                        ids -> map.put("listedProjects", ids.stream().sorted().toList()));
        map.put("listsOtherPeople", capabilities.listsOtherPeople());
        return map;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the members of the line.
     *
     * @throws DamagedLineException if the file is of another kind, or has an unknown version of the format
     */
    static Header of(Map<String, Object> map) throws DamagedLineException {
        if (!FORMAT.equals(map.get("format"))) {
            throw new DamagedLineException("this is not the header of an archive");
        }
        if (!Long.valueOf(VERSION).equals(map.get("version"))) {
            throw new DamagedLineException(
                    "the archive has a different version of the format; this program reads version " + VERSION);
        }
        try {
            return new Header(
                    account(text(map, "account")),
                    optional(map, "firstDay", String.class).map(LocalDate::parse),
                    optional(map, "lastDay", String.class).map(LocalDate::parse),
                    Instant.parse(text(map, "writtenAt")),
                    text(map, "client"),
                    capabilities(map));
        } catch (DateTimeException | IllegalArgumentException | ClassCastException | InvalidInputException e) {
            throw new DamagedLineException("the header has a missing or invalid member");
        }
    }

    /** Returns the account. It is printed in many places, so its name must be a line of moderate length. */
    private static Account account(String text) {
        int colon = text.indexOf(':');
        if (text.length() > MAX_ACCOUNT || NOT_OF_A_NAME.matcher(text).find()) {
            throw new IllegalArgumentException();
        }
        return Account.of(Service.of(text.substring(0, Math.max(0, colon))), text.substring(colon + 1));
    }

    private static <T> Optional<T> optional(Map<String, Object> map, String name, Class<T> type) {
        return Optional.ofNullable(map.get(name)).map(type::cast);
    }

    private static String text(Map<String, Object> map, String name) {
        return optional(map, name, String.class).orElseThrow(IllegalArgumentException::new);
    }

    private static Capabilities capabilities(Map<String, Object> map) {
        Capabilities.Builder capabilities = Capabilities.builder()
                .readable(fields(texts(map, "fields").orElse(Set.of())))
                .placement(constant(Placement.class, text(map, "placement")))
                .startForm(constant(StartForm.class, text(map, "starts")))
                .durationUnit(
                        durationUnit(optional(map, "durationUnit", Long.class).orElse(60L)))
                .listsOtherPeople(
                        optional(map, "listsOtherPeople", Boolean.class).orElse(true));
        optional(map, "zone", String.class).map(ZoneId::of).ifPresent(capabilities::zone);
        optional(map, "firstDay", String.class).map(LocalDate::parse).ifPresent(capabilities::firstDay);
        optional(map, "lastDay", String.class).map(LocalDate::parse).ifPresent(capabilities::lastDay);
        texts(map, "listedProjects").ifPresent(capabilities::listedProjects);
        return capabilities.build();
    }

    private static Duration durationUnit(long seconds) {
        if (seconds < 1 || seconds > MAX_DURATION_UNIT) {
            throw new IllegalArgumentException();
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<Set<String>> texts(Map<String, Object> map, String name) {
        return optional(map, name, List.class).map(list -> {
            Set<String> texts = new HashSet<>();
            for (Object each : list) {
                if (!(each instanceof String text)) {
                    throw new IllegalArgumentException();
                }
                texts.add(text);
            }
            return texts;
        });
    }

    /** Returns the fields. Ignores those that only a later version has. */
    private static Set<EntryField> fields(Set<String> words) {
        Set<EntryField> fields = EnumSet.allOf(EntryField.class);
        fields.removeIf(field -> !words.contains(word(field)));
        return fields;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
