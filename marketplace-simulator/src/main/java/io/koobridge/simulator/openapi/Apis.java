package io.koobridge.simulator.openapi;

import io.koobridge.simulator.applying.Applications;
import io.koobridge.simulator.applying.Reception;
import io.koobridge.simulator.codes.CodeDesk;
import io.koobridge.simulator.codes.Codes;
import java.util.List;
import java.util.Optional;

/** Every open API that is published here. */
public final class Apis {
    private final List<Api> all;

    public Apis(OrderQuery orders, Reception reception, Applications applications, Codes codes) {
        CodeDesk desk = new CodeDesk(codes);
        this.all = List.of(
                orders,
                new Upload(reception, applications),
                CodeApi.activate(codes, desk),
                CodeApi.query(codes, desk),
                CodeApi.usage(codes, desk));
    }

    Optional<Api> at(String method, String path) {
        return all.stream().filter(api -> api.takes(method, path)).findFirst();
    }
}
