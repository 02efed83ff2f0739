package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.ServiceException;
import io.koobridge.cli.installation.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replays one after another. A refusal is about one record, and about the later ones of its key, which would overtake it;
 * a service that is away is the end.
 */
final class Replays {

    private final DeadLetters letters;
    private final Map<String, Object> body;
    private final ObjectNode json = JsonMapper.shared().createObjectNode();
    private final ArrayNode results = json.putArray("replays");
    private final Table table = new Table("id", "result");
    private final Map<String, String> failedByKey = new HashMap<>();
    private int exit = ExitCode.DONE;

    Replays(DeadLetters letters, String why, boolean again) {
        this.letters = letters;
        this.body = Map.of("why", why, "again", again);
    }

    /** Replays them in this order and returns the exit code. */
    int run(List<Letter> chosen) {
        for (var letter : chosen) {
            if (exit == ExitCode.UNREACHABLE) {
                result(letter, "not tried");
                continue;
            }
            try {
                result(letter, one(letter));
            } catch (ServiceException e) {
                exit = Math.max(exit, e.exitCode());
                result(letter, String.valueOf(e.getMessage()));
            }
        }
        return exit;
    }

    private String one(Letter letter) {
        var forerunner = failedByKey.isEmpty()
                ? null
                : keyOf(letter).map(failedByKey::get).orElse(null);
        if (forerunner != null) {
            exit = Math.max(exit, ExitCode.REFUSED);
            return "skipped: %s has the same key and was not replayed".formatted(forerunner);
        }
        try {
            letters.act(letter.id(), "replay", body);
            return "replayed";
        } catch (ServiceException e) {
            // What was replayed before is where it belongs: nothing overtakes it.
            if (e.exitCode() != ExitCode.UNREACHABLE && !e.conflict()) {
                keyOf(letter).ifPresent(key -> failedByKey.putIfAbsent(key, letter.id()));
            }
            throw e;
        }
    }

    /** Asked for only after a failure. Without an answer there is no letter, and without a key there is no order. */
    private Optional<String> keyOf(Letter letter) {
        if (letter.key() != null) {
            return Optional.of(letter.place() + ':' + letter.key());
        }
        try {
            var key = letters.show(letter.id()).path("deadLetter").path("key");
            return key.isString() ? Optional.of(letter.place() + ':' + key.asString()) : Optional.empty();
        } catch (ServiceException e) {
            if (e.exitCode() == ExitCode.UNREACHABLE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void result(Letter letter, String result) {
        results.addObject().put("id", letter.id()).put("result", result);
        table.row(letter.id(), result);
    }

    ObjectNode json() {
        return json;
    }

    Table table() {
        return table;
    }
}
