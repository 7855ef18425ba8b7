package dev.hourbridge.simulators.teampulse;

import dev.hourbridge.simulators.internal.Selections;
import dev.hourbridge.simulators.teampulse.odata.ODataException;
import dev.hourbridge.simulators.teampulse.odata.ODataField;
import dev.hourbridge.simulators.teampulse.odata.ODataKind;
import dev.hourbridge.simulators.teampulse.odata.ODataNode;
import dev.hourbridge.simulators.teampulse.odata.ODataOptions;
import dev.hourbridge.simulators.teampulse.odata.ODataOrder;
import dev.hourbridge.simulators.teampulse.odata.ODataParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries. Rows that are equal in the requested order are in a different order each time, based on a fixed
 * seed.
 *
 * <p>A client that reads pages without a total order therefore loses and repeats rows, as it may with the real service.
 * Selections are retained until an entry or a permission changes, because all pages of a list need the same selection.
 */
final class TeamPulseLists {
    /** The number of nodes of a filter that the service's library permits. */
    static final int NODE_LIMIT = 100;

    private static final long SHUFFLE_SEED = 20131002;

    private static final Map<String, ODataField<StoredTeamPulseEntry>> SCHEMA = schema(List.of(
            new ODataField<>("id", ODataKind.NUMBER, entry -> (double) entry.id()),
            new ODataField<>("date", ODataKind.MOMENT, entry -> entry.date().atStartOfDay()),
            new ODataField<>("hours", ODataKind.NUMBER, entry -> (double) entry.single()),
            new ODataField<>("type", ODataKind.TEXT, StoredTeamPulseEntry::type),
            new ODataField<>("userId", ODataKind.NUMBER, entry -> (double) entry.userId()),
            new ODataField<>("taskId", ODataKind.NUMBER, entry -> (double) entry.taskId()),
            new ODataField<>("note", ODataKind.TEXT, entry -> entry.note().orElse(null)),
            new ODataField<>("week", ODataKind.NUMBER, entry -> (double) TeamPulseJson.week(entry)),
            new ODataField<>("createdBy", ODataKind.TEXT, StoredTeamPulseEntry::createdBy),
            new ODataField<>("createdAt", ODataKind.MOMENT, StoredTeamPulseEntry::createdAt),
            new ODataField<>("lastModifiedBy", ODataKind.TEXT, StoredTeamPulseEntry::lastModifiedBy),
            new ODataField<>("lastModifiedAt", ODataKind.MOMENT, StoredTeamPulseEntry::lastModifiedAt)));
    private static final Map<String, ODataField<String>> TYPE_SCHEMA =
            schema(List.of(new ODataField<>("name", ODataKind.TEXT, name -> name)));

    private final TeamPulseAccount account;
    private final Random random = new Random(SHUFFLE_SEED);
    private final Selections<StoredTeamPulseEntry> selections = new Selections<>();
    private long selectionsRevision = -1;

    TeamPulseLists(TeamPulseAccount account) {
        this.account = account;
    }

    /**
     * Returns the entries that the user may see and the options select, in the order of this request.
     *
     * @param taskId null for the entries of all tasks
     * @throws ODataException if an option cannot be read
     */
    List<StoredTeamPulseEntry> entries(TeamPulseUser user, @Nullable Long taskId, ODataOptions options) {
        String orderBy = options.orderBy();
        Comparator<StoredTeamPulseEntry> order = orderBy == null ? null : ODataOrder.of(orderBy, SCHEMA);
        // Only an order that starts with the id is total.
        boolean total =
                orderBy != null && orderBy.trim().toLowerCase(Locale.ROOT).matches("id( +(asc|desc))?( *,.*)?");
        String key = user.id() + "/" + taskId + "/" + (total ? orderBy : "") + "/" + options.filter();
        if (selectionsRevision != account.revision()) {
            selections.clear();
            selectionsRevision = account.revision();
        }
        List<StoredTeamPulseEntry> selected =
                selections.get(key, () -> select(user, taskId, options.filter(), total ? order : null));
        return total ? selected : shuffled(selected, order);
    }

    /** Returns the names of the work types that the options select. */
    List<String> types(TeamPulseProject project, ODataOptions options) {
        String orderBy = options.orderBy();
        List<String> found = project.types.stream()
                .filter(condition(options.filter(), TYPE_SCHEMA))
                .toList();
        return shuffled(found, orderBy == null ? null : ODataOrder.of(orderBy, TYPE_SCHEMA));
    }

    /**
     * Returns the entries that the user may see and the filter selects.
     *
     * @param order null for the order by id
     */
    private List<StoredTeamPulseEntry> select(
            TeamPulseUser user,
            @Nullable Long taskId,
            @Nullable String filter,
            @Nullable Comparator<StoredTeamPulseEntry> order) {
        Predicate<StoredTeamPulseEntry> wanted = condition(filter, SCHEMA);
        Stream<StoredTeamPulseEntry> found = account.all().stream()
                .filter(entry -> taskId == null || entry.taskId() == taskId)
                .filter(entry -> account.projectOfTask(entry.taskId(), user) != null)
                .filter(wanted);
        return (order == null ? found : found.sorted(order)).toList();
    }

    /** Returns the rows in this order. Rows that are equal in it are in a new order each time. */
    private <T> List<T> shuffled(List<T> rows, @Nullable Comparator<T> order) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, random);
        if (order != null) {
            copy.sort(order);
        }
        return copy;
    }

    private static <T> Predicate<T> condition(@Nullable String filter, Map<String, ODataField<T>> schema) {
        if (filter == null) {
            return row -> true;
        }
        ODataNode<T> condition = ODataParser.filter(filter, schema, NODE_LIMIT);
        return condition::isTrue;
    }

    private static <T> Map<String, ODataField<T>> schema(List<ODataField<T>> fields) {
        return fields.stream()
                .collect(Collectors.toMap(field -> field.name().toLowerCase(Locale.ROOT), field -> field));
    }
}
