package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.enterprise.Member.Role;
import io.koobridge.simulator.enterprise.Member.Standing;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the enterprise's administrator does with people (tenant-sync §5.3). Only those who may use the application are told of. */
public final class UserDeeds {
    private UserDeeds() {}

    private static IntPredicate authorized(Truth truth) {
        return truth.roster()::isAuthorized;
    }

    private static IntPredicate is(Truth truth, Predicate<Standing> what) {
        return number ->
                truth.roster().isAuthorized(number) && what.test(truth.roster().standing(number));
    }

    public record Authorize(
            @Nullable Integer count, @Nullable List<String> users) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            Roster roster = truth.roster();
            int[] chosen = new Choice(count, users)
                    .of(
                            roster,
                            number -> !roster.isAuthorized(number)
                                    && !roster.standing(number).left());
            roster.authorize(chosen, true);
            return Planned.users(truth, Words.ADD, chosen);
        }
    }

    /** A role, a position, a department or several of them. */
    public record Change(
            @Nullable Integer count,
            @Nullable List<String> users,
            @Nullable Role role,
            @Nullable String position,
            @Nullable String orgCode)
            implements Deed {
        private static final int LONGEST = 64;

        public Change {
            if (role == null && position == null && orgCode == null) {
                throw new IllegalArgumentException("role, position or orgCode must be given");
            }
            if (position != null && position.length() > LONGEST) {
                throw new IllegalArgumentException("position must have at most " + LONGEST + " characters");
            }
        }

        @Override
        public List<Planned> done(Truth truth) {
            if (orgCode != null) {
                var unused = truth.departments().known(orgCode);
            }
            int[] chosen = new Choice(count, users)
                    .of(truth.roster(), is(truth, standing -> !changed(standing).equals(standing)));
            truth.roster().change(chosen, this::changed);
            return Planned.users(truth, Words.MODIFY, chosen);
        }

        private Standing changed(Standing before) {
            Standing now = role == null ? before : before.as(role);
            now = position == null ? now : now.as(position);
            return orgCode == null ? now : now.in(orgCode);
        }
    }

    public record Disable(@Nullable Integer count, @Nullable List<String> users) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            return switched(truth, new Choice(count, users), false);
        }
    }

    public record Enable(@Nullable Integer count, @Nullable List<String> users) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            return switched(truth, new Choice(count, users), true);
        }
    }

    private static List<Planned> switched(Truth truth, Choice choice, boolean on) {
        int[] chosen = choice.of(truth.roster(), is(truth, standing -> standing.enabled() != on));
        truth.roster().change(chosen, standing -> standing.enabled(on));
        return Planned.users(truth, Words.MODIFY, chosen);
    }

    /** He may no longer use the application. */
    public record Cancel(@Nullable Integer count, @Nullable List<String> users) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            int[] chosen = new Choice(count, users).of(truth.roster(), authorized(truth));
            truth.roster().authorize(chosen, false);
            return Planned.users(truth, truth.words().cancel(), chosen);
        }
    }

    /** He leaves the enterprise. */
    public record Delete(@Nullable Integer count, @Nullable List<String> users) implements Deed {
        @Override
        public List<Planned> done(Truth truth) {
            int[] chosen = new Choice(count, users).of(truth.roster(), authorized(truth));
            truth.roster().authorize(chosen, false);
            truth.roster().change(chosen, Standing::leaving);
            return Planned.users(truth, Words.DELETE, chosen);
        }
    }
}
