package dev.hourbridge.simulators.codebase;

import dev.hourbridge.simulators.internal.BasicCredentials;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryCheck;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import dev.hourbridge.simulators.internal.Reply;
import dev.hourbridge.simulators.internal.Service;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Routes requests, authenticates callers, and renders errors as Codebase does.
 *
 * <p>A list has no pages: the service sends all sessions of a project in one response, which is generated while it is
 * sent. The vendor requires two headers on every request and responds with 406 without them.
 */
final class CodebaseService implements Service {
    private static final String XML = "application/xml; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final Pattern LIST = Pattern.compile("/([^/]+)/time_sessions(?:/(day|week|month))?");
    private static final Pattern ONE = Pattern.compile("/([^/]+)/time_sessions/([0-9]{1,18})");

    private final CodebaseAccount account;
    private final Clock clock;
    private final ZoneId zone;
    private final boolean toInclusive;
    private final boolean periodsByCreation;
    private final int badCredentialsStatus;
    private final boolean strictContentType;
    private int emptyLists;

    CodebaseService(CodebaseAccount account, CodebaseSimulator.Builder options) {
        this.account = account;
        this.clock = options.clock;
        this.zone = options.zone;
        this.toInclusive = options.toInclusive;
        this.periodsByCreation = options.periodsByCreation;
        this.badCredentialsStatus = options.badCredentialsStatus;
        this.strictContentType = options.strictContentType;
    }

    @Override
    public String operation(Call call) {
        Matcher list = LIST.matcher(call.path());
        if (list.matches()) {
            String period = list.group(2);
            return switch (call.method()) {
                case "GET" -> period == null ? "list" : "list-" + period;
                case "POST" -> period == null ? "create" : "unknown";
                default -> "unknown";
            };
        }
        if (ONE.matcher(call.path()).matches()) {
            return switch (call.method()) {
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
        CodebaseUser user = BasicCredentials.of(call)
                .flatMap(account::signIn)
                .orElseThrow(() -> new RejectedRequestException(badCredentialsStatus));
        requireXml(call);
        String operation = operation(call);
        return switch (operation) {
            case "create" -> create(call, user);
            case "show" -> {
                noQuery(call);
                yield Reply.of(200, XML, CodebaseXml.session(one(call, user)));
            }
            case "update" -> {
                noQuery(call);
                account.replace(CodebaseForm.of(call).replace(one(call, user), userIds()));
                yield Reply.of(200);
            }
            case "delete" -> delete(call, user);
            case "unknown" -> unknown(call);
            default -> list(call, user, operation);
        };
    }

    @Override
    public Reply rejection(int status, List<String> reasons) {
        return status == 422 ? Reply.of(422, XML, CodebaseXml.errors(reasons)) : failure(status);
    }

    @Override
    public Reply failure(int status) {
        return switch (status) {
            case 401 ->
                Reply.of(401, HTML, "HTTP Basic: Access denied.\n")
                        .with("WWW-Authenticate", "Basic realm=\"Codebase\"");
            case 422 -> Reply.of(422, XML, CodebaseXml.errors(List.of("Field was invalid")));
            default ->
                status < 500
                        ? Reply.of(status)
                        : Reply.of(
                                status,
                                HTML,
                                "<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>Something went wrong (%d)</h1></body></html>\n"
                                        .formatted(status));
        };
    }

    /** Requires both headers, even for a request without a body. */
    private void requireXml(Call call) {
        boolean accepted = Arrays.stream(call.header("Accept").orElse("").split(","))
                .map(range -> range.split(";", 2)[0].trim())
                .anyMatch(type -> type.equals("application/xml") || type.equals("text/xml"));
        String type = strictContentType ? call.contentTypeHeader() : call.contentType();
        if (!accepted || !type.equals("application/xml")) {
            throw new RejectedRequestException(406);
        }
    }

    /** Returns the sessions of a project that the query and the period select. */
    private Reply list(Call call, CodebaseUser user, String operation) {
        Predicate<StoredCodebaseSession> wanted = CodebaseSelection.of(call, toInclusive)
                .and(CodebaseSelection.period(operation, today(), zone, periodsByCreation));
        CodebaseProject project = project(LIST.matcher(call.path()), user);
        // A copy, because the list is sent outside the lock.
        List<StoredCodebaseSession> stored =
                project.sessions.values().stream().filter(wanted).toList();
        int count = project.generatedCount;
        IntFunction<StoredCodebaseSession> generated = project.generated;
        if (stored.isEmpty() && count == 0) {
            return Reply.of(200, XML, CodebaseXml.emptyList(emptyLists++));
        }
        return Reply.streamed(200, XML, out -> {
            Iterator<StoredCodebaseSession> sessions = Stream.concat(
                            stored.stream(),
                            IntStream.range(0, count).mapToObj(generated).filter(wanted))
                    .iterator();
            CodebaseXml.list(out, sessions);
        });
    }

    private Reply create(Call call, CodebaseUser user) {
        noQuery(call);
        Matcher path = LIST.matcher(call.path());
        project(path, user);
        StoredCodebaseSession created =
                account.create(CodebaseForm.of(call).create(path.group(1), today(), user, userIds()));
        return Reply.of(201, XML, CodebaseXml.session(created));
    }

    /** Deletes a session, unless its deletion is blocked. */
    private Reply delete(Call call, CodebaseUser user) {
        noQuery(call);
        StoredCodebaseSession session = one(call, user);
        if (account.undeletable.contains(session.id())) {
            throw new RejectedRequestException(409);
        }
        account.project(session.project()).sessions.remove(session.id());
        return Reply.of(200);
    }

    private Reply unknown(Call call) {
        boolean pathExists =
                LIST.matcher(call.path()).matches() || ONE.matcher(call.path()).matches();
        // The vendor documents 406 for an unsuitable method as well.
        return failure(pathExists ? 406 : 404);
    }

    /**
     * Returns the project of the path.
     *
     * @throws RejectedRequestException with 404 if there is no such project, with 403 if the user may not see it
     */
    private CodebaseProject project(Matcher path, CodebaseUser user) {
        CodebaseProject project = path.matches() ? account.projects.get(path.group(1)) : null;
        if (project == null) {
            throw new RejectedRequestException(404);
        }
        if (project.closedTo.contains(user.name())) {
            throw new RejectedRequestException(403);
        }
        return project;
    }

    /**
     * Returns the session of the path.
     *
     * @throws RejectedRequestException with 404 if the project has no such session
     */
    private StoredCodebaseSession one(Call call, CodebaseUser user) {
        Matcher path = ONE.matcher(call.path());
        StoredCodebaseSession session = project(path, user).sessions.get(Long.parseLong(path.group(2)));
        if (session == null) {
            throw new RejectedRequestException(404);
        }
        return session;
    }

    private Set<Long> userIds() {
        return account.users.values().stream().map(CodebaseUser::id).collect(Collectors.toSet());
    }

    /** Returns the current day of the simulator's clock in the account's zone. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static void noQuery(Call call) {
        QueryCheck.read(call, Set.of(), 422);
    }
}
