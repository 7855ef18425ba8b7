package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.BasicCredentials;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryCheck;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import dev.hourbridge.simulators.internal.Reply;
import dev.hourbridge.simulators.internal.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Routes requests, authenticates callers, and renders errors as LiveTimer does.
 *
 * <p>Permissions: a user who may view management reports can read all entries; other users can read only their own.
 * Each user can change only their own entries. An entry that a user may not see is reported as 404, as if it did not
 * exist.
 */
final class LiveTimerService implements Service {
    private static final String XML = "application/xml; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String LIST = "/time_entries.xml";
    private static final String SUMMARY = "/time_entries/summary.xml";
    private static final Pattern ENTRY = Pattern.compile("/time_entries/([0-9]{1,18})\\.xml");
    private static final Set<String> INCLUDABLE = Set.of("users", "activities", "clients", "projects", "tasks");
    private static final int DEFAULT_RANGE = 50;

    private final LiveTimerAccount account;
    private final LiveTimerXml xml;
    private final LiveTimerWrites writes;
    private final LiveTimerSummary summary;
    private final int rangeCap;
    private final boolean endDateInclusive;
    private final boolean strictContentType;

    LiveTimerService(LiveTimerAccount account, LiveTimerSimulator.Builder options) {
        this.account = account;
        this.xml = new LiveTimerXml(account, options.paddedNotes);
        this.writes = new LiveTimerWrites(account);
        this.summary = new LiveTimerSummary(account);
        this.rangeCap = options.rangeCap;
        this.endDateInclusive = options.endDateInclusive;
        this.strictContentType = options.strictContentType;
    }

    @Override
    public String operation(Call call) {
        String method = call.isLenient() && call.method().equals("HEAD") ? "GET" : call.method();
        if (call.path().equals(SUMMARY)) {
            return method.equals("GET") ? "summary" : "unknown";
        }
        if (call.path().equals(LIST)) {
            return switch (method) {
                case "GET" -> "list";
                case "POST" -> "create";
                default -> "unknown";
            };
        }
        if (ENTRY.matcher(call.path()).matches()) {
            return switch (method) {
                case "GET" -> "show";
                case "PUT" -> "update";
                case "DELETE" -> "delete";
                default -> "unknown";
            };
        }
        return "unknown";
    }

    @Override
    public Reply respond(Call call) {
        LiveTimerUser user = signedIn(call);
        return switch (operation(call)) {
            case "list" -> list(call, user);
            case "summary" -> summary(call, user);
            case "show" -> show(call, user);
            case "create" -> create(call, user);
            case "update" -> {
                noQuery(call);
                writes.update(own(call, user), LiveTimerForm.of(call, strictContentType));
                yield done();
            }
            case "delete" -> {
                noQuery(call);
                account.remove(own(call, user).id());
                yield done();
            }
            default -> unknown(call);
        };
    }

    @Override
    public Reply rejection(int status, List<String> reasons) {
        return status == 422 ? Reply.of(422, XML, LiveTimerXml.errors(reasons)) : failure(status);
    }

    @Override
    public Reply failure(int status) {
        return switch (status) {
            case 401 ->
                Reply.of(401, HTML, "HTTP Basic: Access denied.\n")
                        .with("WWW-Authenticate", "Basic realm=\"LiveTimer\"");
            case 422 -> Reply.of(422, XML, LiveTimerXml.errors(List.of("Time entry is invalid")));
            default ->
                Reply.of(
                        status,
                        HTML,
                        "<!DOCTYPE html>\n<html><head><title>Error %d</title></head><body><h1>Error %d</h1></body></html>\n"
                                .formatted(status, status));
        };
    }

    /**
     * Returns the user of the request.
     *
     * @throws RejectedRequestException with 401 if the credentials are missing, incorrect or those of an inactive user
     */
    private LiveTimerUser signedIn(Call call) {
        return BasicCredentials.of(call)
                .flatMap(given -> account.userByName(given.username())
                        .filter(user -> user.active() && user.password().equals(given.password())))
                .orElseThrow(() -> new RejectedRequestException(401));
    }

    /** Returns a page. Positions start at 1, and the response states the total of all pages. */
    private Reply list(Call call, LiveTimerUser user) {
        Set<String> known = new TreeSet<>(LiveTimerFilter.NAMES);
        known.addAll(Set.of("start", "end", "include"));
        Map<String, String> query = QueryCheck.read(call, known, 422);
        List<StoredLiveTimerEntry> found = new LiveTimerFilter(account, user, query, endDateInclusive).select();
        int start = position(query, "start", 1);
        int end = position(query, "end", Math.addExact(start, DEFAULT_RANGE - 1));
        if (end < start) {
            throw new RejectedRequestException(422, "End is invalid");
        }
        // A service with a cap silently truncates a longer range. A client can detect this from the stated total.
        int last = (int) Math.min(Math.min(end, found.size()), start - 1L + rangeCap);
        Set<String> include = include(query);
        return last < start
                ? Reply.of(200, XML, xml.list(List.of(), found.size(), 0, 0, include))
                : Reply.of(200, XML, xml.list(found.subList(start - 1, last), found.size(), start, last, include));
    }

    private Reply summary(Call call, LiveTimerUser user) {
        Set<String> known = new TreeSet<>(LiveTimerFilter.NAMES);
        known.add("group_by");
        Map<String, String> query = QueryCheck.read(call, known, 422);
        List<StoredLiveTimerEntry> found = new LiveTimerFilter(account, user, query, endDateInclusive).select();
        return Reply.of(200, XML, summary.of(found, query.get("group_by")));
    }

    private Reply show(Call call, LiveTimerUser user) {
        Set<String> include = include(QueryCheck.read(call, Set.of("include"), 422));
        StringBuilder text = new StringBuilder(LiveTimerXml.DECLARATION);
        xml.entry(text, visible(call, user), include);
        return Reply.of(200, XML, text.toString());
    }

    private Reply create(Call call, LiveTimerUser user) {
        noQuery(call);
        StoredLiveTimerEntry entry = writes.create(user, LiveTimerForm.of(call, strictContentType));
        return Reply.of(201, XML, xml.created(entry)).with("Location", "/time_entries/" + entry.id() + ".xml");
    }

    /** Rails 1.2 and 2.0 send a blank instead of an empty body. */
    private static Reply done() {
        return Reply.of(200, HTML, " ");
    }

    /** Returns 405 with the permitted methods if there is such a path, and otherwise 404. */
    private Reply unknown(Call call) {
        String allow =
                call.path().equals(LIST) ? "GET, POST" : call.path().equals(SUMMARY) ? "GET" : "GET, PUT, DELETE";
        boolean pathExists =
                !allow.startsWith("GET, PUT") || ENTRY.matcher(call.path()).matches();
        return pathExists ? failure(405).with("Allow", allow) : failure(404);
    }

    /**
     * Returns the entry of the path.
     *
     * @throws RejectedRequestException with 404 if there is no such entry that the user may see
     */
    private StoredLiveTimerEntry visible(Call call, LiveTimerUser user) {
        Matcher path = ENTRY.matcher(call.path());
        StoredLiveTimerEntry entry = path.matches() ? account.find(Long.parseLong(path.group(1))) : null;
        if (entry == null || !(user.viewsReports() || entry.userId() == user.id())) {
            throw new RejectedRequestException(404);
        }
        return entry;
    }

    /**
     * Returns the entry of the path, which the user is about to change.
     *
     * @throws RejectedRequestException with 403 if it belongs to another user
     */
    private StoredLiveTimerEntry own(Call call, LiveTimerUser user) {
        StoredLiveTimerEntry entry = visible(call, user);
        if (entry.userId() != user.id()) {
            throw new RejectedRequestException(403);
        }
        return entry;
    }

    private static void noQuery(Call call) {
        QueryCheck.read(call, Set.of(), 422);
    }

    /** Returns the kinds of items that the response describes completely instead of by their ids. */
    private static Set<String> include(Map<String, String> query) {
        String text = query.get("include");
        Set<String> names = text == null ? Set.of() : new TreeSet<>(List.of(text.split(",", -1)));
        if (!INCLUDABLE.containsAll(names)) {
            throw new RejectedRequestException(422, "Include is invalid");
        }
        return names;
    }

    private static int position(Map<String, String> query, String name, int otherwise) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new RejectedRequestException(422, (name.equals("start") ? "Start" : "End") + " is invalid");
        }
        return Integer.parseInt(text);
    }
}
