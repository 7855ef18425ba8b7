package dev.hourbridge.simulators.teampulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import dev.hourbridge.simulators.internal.Reply;
import dev.hourbridge.simulators.internal.Service;
import dev.hourbridge.simulators.teampulse.odata.ODataException;
import dev.hourbridge.simulators.teampulse.odata.ODataOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Routes requests, authenticates callers, and renders errors as TeamPulse does.
 *
 * <p>The application is under a path of the web server. The web server responds to requests for other paths with an
 * HTML page. A request without a valid token gets a challenge with the address of the token service.
 */
final class TeamPulseService implements Service {
    static final String APPLICATION = "/TeamPulse";
    private static final String TOKEN_PATH = APPLICATION + "/Authenticate/WRAPv0.9";
    private static final String CHALLENGE_PATH = APPLICATION + "/Authentication/Restrict";
    private static final String API = APPLICATION + "/api/v1";
    private static final String ENTRIES = API + "/timeentries";
    private static final String ME = API + "/users/me";
    private static final Pattern ENTRY = Pattern.compile(ENTRIES + "/([0-9]{1,9})");
    private static final Pattern OF_TASK = Pattern.compile(API + "/tasks/([0-9]{1,9})/timeentries");
    private static final Pattern TYPES = Pattern.compile(API + "/projects/([0-9]{1,9})/timeentrytypes");
    private static final int PAGE = 100;
    private static final int QUERY_LIMIT = 2048;

    private final TeamPulseAccount account;
    private final TeamPulseTokens tokens;
    private final TeamPulseLists lists;
    private final TeamPulseSimulator.Builder options;

    TeamPulseService(TeamPulseAccount account, TeamPulseTokens tokens, TeamPulseSimulator.Builder options) {
        this.account = account;
        this.tokens = tokens;
        this.lists = new TeamPulseLists(account);
        this.options = options;
    }

    @Override
    public String operation(Call call) {
        String path = path(call);
        String method = call.method();
        if (path.equals(ENTRIES)) {
            return method.equals("GET") ? "list" : method.equals("POST") ? "create" : "unknown";
        }
        if (ENTRY.matcher(path).matches()) {
            return switch (method) {
                case "GET" -> "show";
                case "PUT" -> "update";
                case "DELETE" -> "delete";
                default -> "unknown";
            };
        }
        if (path.equals(TOKEN_PATH)) {
            return method.equals("POST") ? "token" : "unknown";
        }
        if (!method.equals("GET")) {
            return "unknown";
        }
        if (path.equals(CHALLENGE_PATH)) {
            return "challenge";
        }
        return OF_TASK.matcher(path).matches()
                ? "list-task"
                : TYPES.matcher(path).matches() ? "entry-types" : path.equals(ME) ? "me" : "unknown";
    }

    /** Returns the path without duplicate slashes, which the vendor's own client sends. */
    private static String path(Call call) {
        return call.path().replaceAll("/{2,}", "/");
    }

    /**
     * Responds to a user's request.
     *
     * @throws ODataException if an option of the query cannot be read
     */
    @Override
    public Reply respond(Call call) {
        String operation = operation(call);
        if (operation.equals("token")) {
            return tokens.issue(call);
        }
        if (call.rawQuery().length() > QUERY_LIMIT) {
            return html(options.longQueryStatus);
        }
        if (!path(call).startsWith(API + "/") && !operation.equals("challenge")) {
            return html(404);
        }
        TeamPulseUser user = tokens.user(call);
        if (user == null) {
            return challenge(call);
        }
        try {
            return respond(call, operation, user);
        } catch (ODataException e) {
            return TeamPulseJson.reply(
                    400,
                    TeamPulseJson.message("The query specified in the URI is not valid. " + e.getMessage())
                            .put("ExceptionMessage", e.getMessage()));
        }
    }

    private Reply respond(Call call, String operation, TeamPulseUser user) {
        return switch (operation) {
            case "list" -> entries(null, user, ODataOptions.of(call));
            case "list-task" -> {
                long taskId = number(OF_TASK, call);
                if (account.projectOfTask(taskId, user) == null) {
                    yield failure(404);
                }
                yield entries(taskId, user, ODataOptions.of(call));
            }
            case "entry-types" -> {
                TeamPulseProject project = account.openProject(number(TYPES, call), user);
                ODataOptions query = ODataOptions.of(call);
                yield project == null ? failure(404) : page(lists.types(project, query), query, TeamPulseJson::type);
            }
            // The vendor's SDK requests its challenge here, and interprets 200 as a sign that it is already signed in.
            case "challenge" -> Reply.of(200);
            case "me" -> TeamPulseJson.reply(200, TeamPulseJson.user(user));
            case "show" -> TeamPulseJson.reply(200, json(visible(call, user)));
            case "create" -> {
                StoredTeamPulseEntry created =
                        account.create(TeamPulseForm.of(call).create(account, user), user);
                yield TeamPulseJson.reply(201, json(created)).with("Location", ENTRIES + "/" + created.id());
            }
            case "update" -> {
                StoredTeamPulseEntry old = visible(call, user);
                StoredTeamPulseEntry changed = TeamPulseForm.of(call).update(old, projectOf(old, user));
                yield TeamPulseJson.reply(200, json(account.change(changed, user)));
            }
            case "delete" -> {
                account.remove(visible(call, user).id());
                yield Reply.of(200);
            }
            default -> unknown(call);
        };
    }

    @Override
    public Reply failure(int status) {
        return switch (status) {
            case 400 -> TeamPulseJson.reply(400, TeamPulseJson.message("The request is invalid."));
            case 401 -> Reply.of(401).with("WWW-Authenticate", "WRAP");
            case 404 -> TeamPulseJson.reply(404, TeamPulseJson.message("The requested resource could not be found."));
            default -> html(status);
        };
    }

    /** Returns a response of the web server in front of the application. */
    private static Reply html(int status) {
        return Reply.of(
                status,
                "text/html",
                "<!DOCTYPE html>\r\n<html><head><title>IIS Detailed Error - %d.0</title></head><body><h3>HTTP Error %d.0</h3></body></html>\r\n"
                        .formatted(status, status));
    }

    /** Returns 401 with two challenges. A client must find its own among them. */
    private Reply challenge(Call call) {
        URI elsewhere = options.challengeLocation;
        String location = elsewhere == null
                ? "http://" + call.header("Host").orElse("127.0.0.1") + TOKEN_PATH
                : elsewhere.toString();
        String clientId = options.quotedClientId ? '"' + TeamPulseTokens.CLIENT_ID + '"' : TeamPulseTokens.CLIENT_ID;
        // A Windows server also offers its own scheme.
        return TeamPulseJson.reply(401, TeamPulseJson.message("Authorization has been denied for this request."))
                .with("WWW-Authenticate", "Negotiate")
                .with("WWW-Authenticate", "WRAP location=\"" + location + "\", client_id=" + clientId);
    }

    private Reply entries(@Nullable Long taskId, TeamPulseUser user, ODataOptions query) {
        return page(lists.entries(user, taskId, query), query, this::json);
    }

    /** Returns a page of at most 100 rows, regardless of {@code $top}. */
    private <T> Reply page(List<T> rows, ODataOptions query, Function<T, ObjectNode> toJson) {
        OptionalInt top = query.top();
        OptionalInt skip = query.skip();
        int from = Math.min(skip.orElse(0), rows.size());
        int to = Math.min(from + Math.min(top.orElse(PAGE), PAGE), rows.size());
        List<ObjectNode> results = new ArrayList<>(to - from);
        rows.subList(from, to).forEach(row -> results.add(toJson.apply(row)));
        int total = options.totalOfPage ? results.size() : rows.size();
        return TeamPulseJson.reply(200, TeamPulseJson.envelope(total, top, skip, results));
    }

    private ObjectNode json(StoredTeamPulseEntry entry) {
        return TeamPulseJson.entry(entry, options.floatNoise);
    }

    /**
     * Returns the entry of the path.
     *
     * @throws RejectedRequestException with 404 if there is no such entry that the user may see
     */
    private StoredTeamPulseEntry visible(Call call, TeamPulseUser user) {
        StoredTeamPulseEntry entry = account.find(number(ENTRY, call));
        if (entry == null || account.projectOfTask(entry.taskId(), user) == null) {
            throw new RejectedRequestException(failure(404));
        }
        return entry;
    }

    private TeamPulseProject projectOf(StoredTeamPulseEntry entry, TeamPulseUser user) {
        TeamPulseProject project = account.projectOfTask(entry.taskId(), user);
        if (project == null) {
            throw new RejectedRequestException(failure(404));
        }
        return project;
    }

    /** Returns 405 if there is such a path, and otherwise the 404 of the web server. */
    private Reply unknown(Call call) {
        String path = path(call);
        boolean pathExists = path.equals(ENTRIES)
                || path.equals(ME)
                || ENTRY.matcher(path).matches()
                || OF_TASK.matcher(path).matches()
                || TYPES.matcher(path).matches();
        return pathExists
                ? TeamPulseJson.reply(
                        405,
                        TeamPulseJson.message(
                                "The requested resource does not support http method '" + call.method() + "'."))
                : html(404);
    }

    private static long number(Pattern pattern, Call call) {
        Matcher path = pattern.matcher(path(call));
        if (!path.matches()) {
            throw new IllegalStateException("not the path of this operation");
        }
        return Long.parseLong(path.group(1));
    }
}
