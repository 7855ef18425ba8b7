package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.Named;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.spi.AccountReferences;
import dev.hourbridge.model.spi.Pagers;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a Teamwork account. The vendor's documentation on time entries does not describe its requests; they
 * and the form of the responses are known from existing programs.
 */
final class TeamworkDirectory implements Directory {
    private final ApiClient api;
    private final Account account;

    TeamworkDirectory(ApiClient api) {
        this.api = api;
        account = api.account();
    }

    @Override
    public Pager<Named<PersonRef>> people() {
        return list(ApiRequest.get("listPeople", "people.json"), json -> json.people, PersonRef::of);
    }

    @Override
    public Pager<Named<PersonRef>> peopleOf(ProjectRef project) {
        ApiRequest request = ApiRequest.get("listPeopleOfProject", "projects/{id}/people.json", id(project));
        return list(request, json -> json.people, PersonRef::of);
    }

    @Override
    public Pager<Named<ProjectRef>> projects() {
        return list(ApiRequest.get("listProjects", "projects.json"), json -> json.projects, ProjectRef::of);
    }

    @Override
    public Pager<Named<TaskRef>> tasksOf(ProjectRef project) {
        ApiRequest request = ApiRequest.get("listTasksOfProject", "projects/{id}/tasks.json", id(project));
        return list(request, json -> json.tasks, TaskRef::of);
    }

    @Override
    public Named<PersonRef> owner() {
        DirectoryJson.Item person = profile();
        return Named.of(PersonRef.of(account, person.id()), person.name());
    }

    @Override
    public Optional<ZoneId> zone() {
        return profile().zone();
    }

    private DirectoryJson.Item profile() {
        return DirectoryJson.person(api.read(ApiRequest.get("getMe", "me.json").query("fullProfile", 1)));
    }

    private String id(ProjectRef project) {
        return Long.toString(new AccountReferences(account).number("project", project.account(), project.id()));
    }

    private <R> Pager<Named<R>> list(
            ApiRequest request,
            Function<DirectoryJson, @Nullable List<DirectoryJson.Item>> field,
            BiFunction<Account, String, R> ref) {
        TeamworkPages<DirectoryJson.Item> pages = new TeamworkPages<>(
                api,
                request,
                TeamworkPages.ONE_PAGE,
                response -> DirectoryJson.list(response, field),
                DirectoryJson.Item::id);
        return Pagers.scoped(Pagers.paged(pages), api.scope(request))
                .map(item -> Named.of(ref.apply(account, item.id()), item.name()));
    }
}
