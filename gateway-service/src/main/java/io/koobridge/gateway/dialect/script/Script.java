package io.koobridge.gateway.dialect.script;

import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.Members;
import java.util.Arrays;

/** From members to a translation: which activity it is, whether it is a debugging call, and what is wrong with it. */
public final class Script {

    private Script() {}

    public static <A extends Enum<A> & Spoken> Translation read(
            Members members, Class<A> activities, Meaning<A> meaning) {
        var spelling = members.text("activity");
        if (members.problem().isPresent()) {
            return new NotUnderstood(Activity.OTHER, members.problem().get());
        }
        return Arrays.stream(activities.getEnumConstants())
                .filter(known -> known.activity().label().equals(spelling))
                .findFirst()
                .map(known -> members.says("testFlag", "1")
                        ? rehearsed(members, known, meaning)
                        : told(members, known, meaning))
                .orElseGet(() -> new NotUnderstood(Activity.OTHER, "activity is unknown"));
    }

    private static <A extends Spoken> Translation rehearsed(Members members, A known, Meaning<A> meaning) {
        var reply = meaning.rehearsed(known);
        return members.problem()
                .<Translation>map(why -> new NotUnderstood(known.activity(), why))
                .orElseGet(() -> new Rehearsed(known.activity(), reply));
    }

    private static <A extends Spoken> Translation told(Members members, A known, Meaning<A> meaning) {
        var command = meaning.told(known);
        return members.problem()
                .<Translation>map(why -> new NotUnderstood(known.activity(), why))
                .orElseGet(() -> new Understood(known.activity(), command.get()));
    }
}
