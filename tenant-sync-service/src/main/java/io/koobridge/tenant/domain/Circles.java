package io.koobridge.tenant.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Departments that stand under themselves, by way of others. */
public final class Circles {

    private static final Comparator<Link> NEWEST =
            Comparator.comparingLong(Link::position).thenComparing(Link::code);

    private Circles() {}

    /**
     * Under whom a department stands, as it was told.
     *
     * @param position generation in which it was told
     */
    public record Link(String code, @Nullable String parent, long position) {}

    /**
     * Departments whose link does not count: in each circle the one that was told last (tenant-sync §5.4). The same for the same links, in whatever order they
     * were told.
     */
    public static Set<String> cut(List<Link> links) {
        var byCode = new HashMap<String, Link>();
        links.forEach(link -> byCode.put(link.code(), link));
        var cut = new HashSet<String>();
        var seen = new HashSet<String>();
        for (var link : links) {
            var circle = circle(link, byCode, seen);
            circle.stream().max(NEWEST).ifPresent(newest -> cut.add(newest.code()));
        }
        return cut;
    }

    /** Walks up until the top, or somebody who was met before; empty unless that was on this very walk. */
    private static List<Link> circle(Link from, Map<String, Link> byCode, Set<String> seen) {
        var walk = new ArrayList<Link>();
        var at = new HashMap<String, Integer>();
        var link = from;
        while (link != null && seen.add(link.code())) {
            at.put(link.code(), walk.size());
            walk.add(link);
            link = link.parent() == null ? null : byCode.get(link.parent());
        }
        var start = link == null ? null : at.get(link.code());
        return start == null ? List.of() : walk.subList(start, walk.size());
    }
}
