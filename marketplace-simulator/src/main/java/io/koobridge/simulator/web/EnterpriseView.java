package io.koobridge.simulator.web;

import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprise.Known;
import io.koobridge.simulator.enterprise.Interface;
import io.koobridge.simulator.enterprise.Member;
import io.koobridge.simulator.enterprise.Operation;
import io.koobridge.simulator.enterprise.Profile;
import io.koobridge.simulator.market.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enterprise as the API shows it. */
record EnterpriseView(
        String tenantId,
        String tenantCode,
        String name,
        String domainName,
        String instanceId,
        String orderId,
        String appId,
        String clientId,
        Edition edition,
        String address,
        boolean credentialStage,
        boolean bound,
        Enterprise.Sums counts,
        @Nullable List<OperationView> operations) {

    static EnterpriseView of(Enterprise enterprise) {
        return of(
                enterprise,
                enterprise.operations().stream().map(OperationView::of).toList());
    }

    /** In a list. */
    static EnterpriseView brief(Enterprise enterprise) {
        return of(enterprise, null);
    }

    private static EnterpriseView of(Enterprise enterprise, @Nullable List<OperationView> operations) {
        Profile profile = enterprise.profile();
        return new EnterpriseView(
                profile.tenantId(),
                profile.tenantCode(),
                profile.name(),
                profile.domainName(),
                profile.instanceId(),
                profile.orderId(),
                profile.appId(),
                profile.clientId(),
                profile.edition(),
                profile.path(),
                profile.isTest(),
                enterprise.isBound(),
                enterprise.sums(),
                operations);
    }

    /** The reason is absent when all went well. */
    record OperationView(
            int number,
            String operation,
            Operation.State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            int planned,
            int sent,
            int failed,
            int rows,
            @Nullable String reason,
            List<CallView> calls) {

        static OperationView of(Operation operation) {
            return new OperationView(
                    operation.number(),
                    operation.name(),
                    operation.state(),
                    operation.startedAt(),
                    operation.endedAt(),
                    operation.planned(),
                    operation.sent(),
                    operation.failed(),
                    operation.rows(),
                    operation.reason(),
                    operation.calls().stream().map(CallView::of).toList());
        }
    }

    record CallView(
            String call,
            @Nullable Integer flag,
            int rows,
            long millis,
            @Nullable Integer httpStatus,
            @Nullable String resultCode,
            @Nullable String bodySign,
            @Nullable String reason,
            @Nullable String fault,
            @Nullable Boolean asExpected) {

        static CallView of(Operation.Sent sent) {
            Interface to = sent.to();
            return new CallView(
                    to.written(),
                    sent.flag(),
                    sent.rows(),
                    sent.millis(),
                    sent.httpStatus(),
                    sent.resultCode(),
                    sent.bodySign() == null ? null : sent.bodySign().name(),
                    sent.reason(),
                    sent.fault() == null ? null : sent.fault().name(),
                    sent.asExpected());
        }
    }

    /** Somebody, with what he needs to log in. */
    record UserView(
            String userName,
            String name,
            String orgCode,
            String position,
            String role,
            boolean enabled,
            boolean authorized,
            boolean left,
            String employeeCode,
            int employeeType,
            String mobile,
            String email,
            String workPlace,
            LocalDate entryDate,
            String account,
            String password) {

        static UserView of(Known known) {
            Member.Person person = known.member().person();
            Member.Standing standing = known.member().standing();
            return new UserView(
                    person.userName(),
                    person.name(),
                    standing.orgCode(),
                    standing.position(),
                    standing.role().written(),
                    standing.enabled(),
                    known.authorized(),
                    standing.left(),
                    person.employeeCode(),
                    person.employeeType(),
                    person.mobile(),
                    person.email(),
                    person.workPlace(),
                    person.entryDate(),
                    known.account(),
                    known.password());
        }
    }
}
