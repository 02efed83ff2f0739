package io.koobridge.crypto.callback.v1;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a body may have meant to the caller who signed it, in the order in which the meanings are tried (saas-v1 §7.2). */
public enum BodyReading {
    /** As documented: the members as they are. */
    PLAIN {
        @Override
        public Optional<List<Parameter>> of(byte[] body) {
            return BodyMembers.of(body);
        }
    },
    /** Their values URL-decoded, as the documentation of a GET says it. */
    URL_DECODED {
        @Override
        public Optional<List<Parameter>> of(byte[] body) {
            return PLAIN.of(body).flatMap(BodyReading::urlDecoded);
        }
    };

    /**
     * The top-level members in their order, also those whose name repeats; a token may be among them.
     *
     * @param body the exact bytes
     * @return empty when it is not one JSON object in UTF-8 of at most {@value Parameter#MOST} members, or cannot be read so
     */
    public abstract Optional<List<Parameter>> of(byte[] body);

    /** What members mean in each reading that they have, in their order; each is made when it is come to. */
    static Stream<List<Parameter>> all(List<Parameter> members) {
        return Stream.of(values()).flatMap(reading -> switch (reading) {
            case PLAIN -> Stream.of(members);
            case URL_DECODED -> urlDecoded(members).stream();
        });
    }

    private static Optional<List<Parameter>> urlDecoded(List<Parameter> members) {
        List<Parameter> decoded = members.stream()
                .flatMap(each ->
                        UrlText.formDecoded(each.value()).map(value -> new Parameter(each.name(), value)).stream())
                .toList();
        return decoded.size() == members.size() ? Optional.of(decoded) : Optional.empty();
    }
}
