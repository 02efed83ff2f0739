package io.koobridge.simulator.web;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.web.reactive.function.server.ServerRequest;

final class Parameters {
    private Parameters() {}

    /** A number in the path; what is none is nothing that exists. */
    static int path(ServerRequest request, String name) {
        String text = request.pathVariable(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new NoSuchElementException("no step " + text);
        }
    }

    static int number(ServerRequest request, String name, int otherwise, int least, int most) {
        String text = request.queryParam(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same message as a number out of range.
        }
        throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
    }

    /** One of the names of an enum. */
    static <E extends Enum<E>> E oneOf(String name, String text, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " must be one of " + List.of(type.getEnumConstants()));
    }
}
