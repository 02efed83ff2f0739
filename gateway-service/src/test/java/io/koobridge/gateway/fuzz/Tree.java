package io.koobridge.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON as it is spelled: numbers keep their digits, names may repeat. */
sealed interface Tree {

    record Member(String name, Tree value) {}

    record Obj(List<Member> members) implements Tree {

        public Obj {
            members = List.copyOf(members);
        }

        Optional<Tree> member(String name) {
            return members.stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }

        Obj with(int at, Member member) {
            var changed = new ArrayList<>(members);
            changed.set(at, member);
            return new Obj(changed);
        }

        Obj and(int at, Member member) {
            var changed = new ArrayList<>(members);
            changed.add(at, member);
            return new Obj(changed);
        }

        Obj without(int at) {
            var changed = new ArrayList<>(members);
            changed.remove(at);
            return new Obj(changed);
        }
    }

    record Arr(List<Tree> items) implements Tree {

        public Arr {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements Tree {}

    /** Anything else, as it is written: a number, {@code null}, or what is no JSON at all. */
    record Raw(String token) implements Tree {

        boolean isNumber() {
            return !token.isEmpty() && (token.charAt(0) == '-' || Character.isDigit(token.charAt(0)));
        }

        boolean isNull() {
            return token.equals("null");
        }
    }

    Tree NULL = new Raw("null");
}
