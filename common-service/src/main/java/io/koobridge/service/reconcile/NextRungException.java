package io.koobridge.service.reconcile;

/** Sends a request to its next retry topic. The ordinary way of waiting, hence without a stack trace. */
final class NextRungException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NextRungException(ReconcileRequest request) {
        super("%s is to be looked at again".formatted(request.id()), null, false, false);
    }
}
