package io.koobridge.simulator.web;

import org.springframework.web.reactive.function.server.ServerRequest;

final class Parameters {
    private Parameters() {}

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
}
