package io.koobridge.gateway.fuzz;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Tries calls of one edition.
 *
 * @param <P> how such a call comes to be
 */
interface Trials<P> {

    /** Complaints; none when all is right. */
    Mono<List<String>> of(P plan);

    /** Calls that were answered too late, or otherwise for lack of time, perhaps because of all the others. */
    List<P> late();
}
