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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first line of an archive: where its entries come from.
 *
 * @param account the account of the entries
 * @param firstDay the first day that the archive covers; empty if it covers all before
 * @param lastDay the last day that it covers; empty if it covers all after
 * @param writtenAt when it was written
 * @param client what wrote it, with its version
 * @param capabilities what can be read of the archive, which are the source's for reading
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

    static Header of(Map<String, Object> map) throws DamagedLineException {
        if (!FORMAT.equals(map.get("format"))) {
            throw new DamagedLineException("this is no header of an archive");
        }
        if (!Long.valueOf(VERSION).equals(map.get("version"))) {
            throw new DamagedLineException("the archive is of version " + map.get("version") + " of the format, and"
                    + " this program reads version " + VERSION);
        }
        try {
            return new Header(
                    account(text(map, "account")),
                    optional(map, "firstDay").map(LocalDate::parse),
                    optional(map, "lastDay").map(LocalDate::parse),
                    Instant.parse(text(map, "writtenAt")),
                    text(map, "client"),
                    capabilities(map));
        } catch (DateTimeException | IllegalArgumentException | ClassCastException | InvalidInputException e) {
            throw damaged();
        }
    }

    private static DamagedLineException damaged() {
        return new DamagedLineException("the header lacks a member, or has one of another type");
    }

    private static Account account(String text) {
        int colon = text.indexOf(':');
        return Account.of(Service.of(text.substring(0, Math.max(0, colon))), text.substring(colon + 1));
    }

    private static Optional<String> optional(Map<String, Object> map, String name) {
        return Optional.ofNullable((String) map.get(name));
    }

    private static String text(Map<String, Object> map, String name) {
        return optional(map, name).orElseThrow(IllegalArgumentException::new);
    }

    private static Capabilities capabilities(Map<String, Object> map) {
        Capabilities.Builder capabilities = Capabilities.builder()
                .readable(fields(texts(map, "fields").toList()))
                .placement(constant(Placement.class, text(map, "placement")))
                .startForm(constant(StartForm.class, text(map, "starts")))
                .durationUnit(Duration.ofSeconds((Long) map.getOrDefault("durationUnit", 60L)))
                .listsOtherPeople((Boolean) map.getOrDefault("listsOtherPeople", true));
        optional(map, "zone").map(ZoneId::of).ifPresent(capabilities::zone);
        if (map.containsKey("listedProjects")) {
            capabilities.listedProjects(texts(map, "listedProjects").collect(Collectors.toSet()));
        }
        return capabilities.build();
    }

    private static Stream<String> texts(Map<String, Object> map, String name) {
        return ((List<?>) map.getOrDefault(name, List.of())).stream().map(String.class::cast);
    }

    /** Ignores those that only a later version has. */
    private static Set<EntryField> fields(List<String> words) {
        Set<EntryField> fields = EnumSet.allOf(EntryField.class);
        fields.removeIf(field -> !words.contains(word(field)));
        return fields;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
