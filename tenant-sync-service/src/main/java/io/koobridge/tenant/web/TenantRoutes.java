package io.koobridge.tenant.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.web.Asked;
import io.koobridge.service.web.OperatorDeeds;
import io.koobridge.service.web.Trouble;
import io.koobridge.tenant.ledger.Members;
import io.koobridge.tenant.ledger.Propagated;
import io.koobridge.tenant.ledger.RowTable;
import io.koobridge.tenant.ledger.SyncRun;
import io.koobridge.tenant.ledger.TenantBook;
import io.koobridge.tenant.ledger.TenantRows.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /internal/tenants}: what the console shows of tenants, and having a directory told everything once more. */
public final class TenantRoutes {

    private static final int USUALLY = 100;
    private static final int AT_MOST = 1_000;
    private static final String TENANT = "/internal/tenants/{id}";
    private static final String NO_TENANT = "Nothing was told of a tenant with this id.";

    private final TenantBook tenants;
    private final Tables tables;
    private final Propagated propagated;
    private final OperatorDeeds deeds;

    record Tenants(List<TenantView> tenants) {}

    record Departments(List<DepartmentView> departments) {}

    record Users(List<UserView> users) {}

    record Runs(List<SyncRun> runs) {}

    record Started(String tenantId, String state) {}

    public TenantRoutes(TenantBook tenants, Tables tables, Propagated propagated, OperatorDeeds deeds) {
        this.tenants = tenants;
        this.tables = tables;
        this.propagated = propagated;
        this.deeds = deeds;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().GET("/internal/tenants", this::list)
                .GET(TENANT, this::tenant)
                .GET(TENANT + "/departments", this::departments)
                .GET(TENANT + "/departments/{code}", this::department)
                .GET(TENANT + "/users", this::users)
                .GET(TENANT + "/users/{code}", this::user)
                .GET(TENANT + "/runs", this::runs)
                .GET(TENANT + "/drift", this::drift)
                .POST(TENANT + ":propagate", this::propagate)
                .filter(Trouble::told)
                .build());
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        return tenants.page(request.queryParam("after").orElse(null), limit(request))
                .map(TenantView::of)
                .collectList()
                .flatMap(found -> ServerResponse.ok().bodyValue(new Tenants(found)));
    }

    private Mono<ServerResponse> tenant(ServerRequest request) {
        return tenants.find(id(request)).switchIfEmpty(Asked.unknown(NO_TENANT)).flatMap(found -> ServerResponse.ok()
                .bodyValue(TenantView.of(found)));
    }

    /** All, or those under one: {@code ?parent=}, which is empty for the top ones. */
    private Mono<ServerResponse> departments(ServerRequest request) {
        var table = tables.departments();
        var parent = request.queryParam("parent");
        var after = after(request);
        var rows = parent.isPresent()
                ? table.page(
                        id(request),
                        Members.PARENT,
                        parent.filter(code -> !code.isEmpty()).orElse(null),
                        after,
                        limit(request))
                : table.page(id(request), after, limit(request));
        return rows.map(DepartmentView::of).collectList().flatMap(found -> ServerResponse.ok()
                .bodyValue(new Departments(found)));
    }

    private Mono<ServerResponse> department(ServerRequest request) {
        return tables.departments()
                .find(id(request), request.pathVariable("code"))
                .switchIfEmpty(Asked.unknown("Nothing was told of a department with this code."))
                .flatMap(found -> ServerResponse.ok().bodyValue(DepartmentView.of(found)));
    }

    /** All, or those of one department: {@code ?department=}. */
    private Mono<ServerResponse> users(ServerRequest request) {
        var table = tables.users();
        var department = request.queryParam("department").orElse(null);
        var after = after(request);
        var rows = department == null
                ? table.page(id(request), after, limit(request))
                : table.page(id(request), Members.DEPARTMENT, department, after, limit(request));
        return rows.map(UserView::of).collectList().flatMap(found -> ServerResponse.ok()
                .bodyValue(new Users(found)));
    }

    private Mono<ServerResponse> user(ServerRequest request) {
        return tables.users()
                .find(id(request), request.pathVariable("code"))
                .switchIfEmpty(Asked.unknown("Nothing was told of a user with this name."))
                .flatMap(found -> ServerResponse.ok().bodyValue(UserView.of(found)));
    }

    private Mono<ServerResponse> runs(ServerRequest request) {
        return tables.runs().latest(id(request), limit(request)).collectList().flatMap(found -> ServerResponse.ok()
                .bodyValue(new Runs(found)));
    }

    /** Departments that the last whole organisation did not name. */
    private Mono<ServerResponse> drift(ServerRequest request) {
        var id = id(request);
        int limit = limit(request);
        return tables.runs()
                .lastOrganisation(id)
                .flatMapMany(run -> tables.departments()
                        .all(id)
                        .filter(row -> run.misses(row.state()))
                        .take(limit))
                .map(DepartmentView::of)
                .collectList()
                .flatMap(found -> ServerResponse.ok().bodyValue(new Departments(found)));
    }

    private Mono<ServerResponse> propagate(ServerRequest request) {
        var id = id(request);
        return Asked.deed(request)
                .flatMap(deed -> tenants.find(id)
                        .switchIfEmpty(Asked.unknown(NO_TENANT))
                        .then(propagated.again(id))
                        .filter(started -> started)
                        .switchIfEmpty(
                                Mono.error(() -> Asked.conflict("No directory is configured that could be told.")))
                        .doOnNext(_ -> deeds.done(id, "propagated-again", "tenants/" + id, deed.reason())))
                .flatMap(_ -> ServerResponse.ok().bodyValue(new Started(id, "started")));
    }

    private static String id(ServerRequest request) {
        return request.pathVariable("id");
    }

    /** Given by its code. */
    private static @Nullable String after(ServerRequest request) {
        return request.queryParam("after")
                .map(code -> RowTable.idOf(id(request), code))
                .orElse(null);
    }

    private static int limit(ServerRequest request) {
        return Asked.limit(request, USUALLY, AT_MOST);
    }
}
