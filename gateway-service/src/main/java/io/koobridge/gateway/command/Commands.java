package io.koobridge.gateway.command;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeId;
import io.koobridge.events.order.OrderIds;
import io.koobridge.gateway.publish.FactPublishers;
import reactor.core.publisher.Mono;

/** Does what a call asks for. */
public final class Commands {

    private final InstanceNames names;
    private final Purchases purchases;
    private final AwaitedPurchases awaitedPurchases;
    private final LicensedPurchases licensedPurchases;
    private final Changes<InstanceFact> changes;
    private final Changes<CodeFact> codeChanges;
    private final Applications applications;
    private final LookUps lookUps;
    private final Checks checks;
    private final Notices notices;
    private final TenantNews tenantNews;

    /** The services that know what calls are about. */
    public record Services(Instances instances, Licenses licenses, Tenants tenants) {}

    public Commands(InstanceNames names, FactPublishers facts, Services services) {
        var instances = services.instances();
        var licenses = services.licenses();
        this.names = names;
        this.purchases = new Purchases(names, facts.instances(), instances);
        this.awaitedPurchases = new AwaitedPurchases(names, facts.instances(), instances);
        this.licensedPurchases = new LicensedPurchases(names, facts.instances(), instances, licenses);
        this.changes = Changes.ofInstances(facts.instances(), instances);
        this.codeChanges = Changes.ofLicenseCodes(facts.licenseCodes(), licenses);
        this.applications = new Applications(facts.licenses(), licenses);
        this.lookUps = new LookUps(instances);
        this.checks = new Checks(instances);
        this.notices = new Notices(facts.orders());
        this.tenantNews = new TenantNews(facts.tenants(), services.tenants());
    }

    /** Never later than the deadline by its own means, but a caller should not rely on that. */
    public Mono<Reply> carryOut(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase purchase -> purchases.carryOut(purchase, circumstances);
            case Command.AwaitedPurchase purchase -> awaitedPurchases.carryOut(purchase, circumstances);
            case Command.LicensedPurchase purchase -> licensedPurchases.carryOut(purchase, circumstances);
            case Command.Change(var id, var factId, var fact) ->
                changes.carryOut(circumstances.event(factId, id, fact), circumstances.deadline());
            case Command.CodeChange(var code, var factId, var fact) ->
                codeChanges.carryOut(circumstances.event(factId, code, fact), circumstances.deadline());
            case Command.Application application -> applications.carryOut(application, circumstances);
            case Command.Notice notice -> notices.carryOut(notice, circumstances);
            case Command.TenantTold told -> tenantNews.carryOut(told, circumstances);
            case Command.SecretTold told -> tenantNews.carryOut(told, circumstances);
            case Command.LookUp lookUp -> lookUps.carryOut(lookUp, circumstances);
            case Command.Check check -> checks.carryOut(check, circumstances);
        };
    }

    /**
     * What a command is about, for the journal and logs: an instance, an order, an authorization code by its name (whoever has the code itself can use
     * it, license §11), or the address when none can be meant.
     */
    public String subject(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase(var order) -> names.of(circumstances.address().sold(), order);
            case Command.AwaitedPurchase purchase ->
                names.of(circumstances.address().sold(), purchase.order());
            case Command.LicensedPurchase purchase ->
                names.of(circumstances.address().sold(), purchase.order());
            case Command.Change change -> change.instanceId();
            case Command.CodeChange change -> CodeId.of(change.code());
            case Command.Application application -> application.applied().instanceId();
            case Command.Notice notice -> OrderIds.of(notice.order().order());
            case Command.TenantTold told -> told.tenantId();
            case Command.SecretTold told -> told.tenantId();
            case Command.LookUp lookUp ->
                lookUp.possible().stream()
                        .findFirst()
                        .orElseGet(() -> circumstances.address().path());
            case Command.Check check -> check.instanceId();
        };
    }
}
