package io.koobridge.simulator.codes;

import io.koobridge.simulator.codes.Codes.Known;
import io.koobridge.simulator.market.MarketTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the seller's software may do with codes, and when it may not (license §5.3 to §5.6). */
public final class CodeDesk {
    // A real effect time has whole seconds, the order's own time has not.
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Codes codes;

    public CodeDesk(Codes codes) {
        this.codes = codes;
    }

    /**
     * What came of it.
     *
     * @param known those that it was done with
     * @param error why it was not done, wholly or in part
     */
    public record Done(List<Known> known, @Nullable CodeError error) {}

    /** A use as it was told. */
    public record Told(@Nullable String id, @Nullable Integer activeNum) {
        boolean right() {
            return (id == null) != (activeNum == null);
        }
    }

    public Done activate(String code, @Nullable String realEffectTime) {
        return codes.alone(all -> refusal(code, realEffectTime)
                .map(error -> new Done(List.of(), error))
                .orElseGet(() -> new Done(List.of(activated(code, realEffectTime)), null)));
    }

    /**
     * All of them or none.
     *
     * @param partly what can be done is done all the same
     */
    public Done activateAll(List<String> list, @Nullable String realEffectTime, boolean partly) {
        return codes.alone(all -> {
            List<String> good = list.stream()
                    .distinct()
                    .filter(code -> refusal(code, realEffectTime).isEmpty())
                    .toList();
            boolean whole = good.size() == list.size();
            if (!whole && !partly) {
                return new Done(List.of(), CodeError.INVALID_IN_LIST);
            }
            List<Known> done =
                    good.stream().map(code -> activated(code, realEffectTime)).toList();
            return new Done(done, whole ? null : CodeError.INVALID_IN_LIST);
        });
    }

    public Done query(String code, @Nullable String account) {
        return codes.alone(all -> askable(code)
                .map(error -> new Done(List.of(), error))
                .orElseGet(() -> new Done(List.of(queried(code, account)), null)));
    }

    public Done queryAll(List<String> list) {
        return codes.alone(all -> list.stream().anyMatch(code -> askable(code).isPresent())
                ? new Done(List.of(), CodeError.INVALID_IN_LIST)
                : new Done(list.stream().map(code -> queried(code, null)).toList(), null));
    }

    /** Kept when all of it is right. */
    public Optional<CodeError> report(String code, List<Told> told) {
        return codes.alone(all -> {
            Optional<CodeError> error = askable(code)
                    .or(() -> told.stream().allMatch(Told::right)
                            ? Optional.empty()
                            : Optional.of(CodeError.INVALID_PARAM));
            if (error.isEmpty()) {
                List<Usage> reports = new ArrayList<>();
                Instant now = codes.known(code).now();
                told.forEach(use -> reports.add(new Usage(now, use.id(), use.activeNum())));
                var unused = codes.change(code, before -> before.used(reports));
            }
            return error;
        });
    }

    /** What of it is right is kept. */
    public List<Told> reportEach(String code, List<Told> told) {
        return codes.alone(all -> {
            var unused = report(code, told.stream().filter(Told::right).toList());
            return told.stream().filter(use -> !use.right()).toList();
        });
    }

    public Optional<CodeError> reportable(String code) {
        return codes.alone(all -> askable(code));
    }

    private Known activated(String code, @Nullable String realEffectTime) {
        Instant now = codes.known(code).now();
        return codes.change(code, before -> before.activated(now, realEffectTime));
    }

    private Known queried(String code, @Nullable String account) {
        Instant now = codes.known(code).now();
        return codes.change(code, before -> before.queried(now, account));
    }

    private Optional<CodeError> refusal(String code, @Nullable String realEffectTime) {
        Known known = codes.find(code).orElse(null);
        if (known == null) {
            return Optional.of(CodeError.UNKNOWN);
        }
        if (realEffectTime != null && !isAfterTheOrder(known, realEffectTime)) {
            return Optional.of(CodeError.INVALID_PARAM);
        }
        if (!known.code().collected()) {
            return Optional.of(CodeError.NOT_COLLECTED);
        }
        return known.status() == CodeStatus.NOT_ACTIVATED ? Optional.empty() : Optional.of(CodeError.ILLEGAL_STATE);
    }

    /** A code that ended before it was activated can still be asked for: its status says it. */
    private Optional<CodeError> askable(String code) {
        Known known = codes.find(code).orElse(null);
        if (known == null) {
            return Optional.of(CodeError.UNKNOWN);
        }
        return known.status() == CodeStatus.NOT_ACTIVATED ? Optional.of(CodeError.NOT_ACTIVATED) : Optional.empty();
    }

    private boolean isAfterTheOrder(Known known, String realEffectTime) {
        try {
            Instant at = MarketTime.read("real_effect_time", realEffectTime).plus(SECOND);
            return realEffectTime.length() == 14
                    && (at.isAfter(known.sale().order().createdAt())
                            || at.isAfter(codes.orderedInRealTime(known.sale())));
        } catch (IllegalArgumentException notATime) {
            return false;
        }
    }
}
