package io.koobridge.license.domain;

/** How a licence comes to the marketplace. Blocking; a call takes at most 20 s. */
@FunctionalInterface
public interface Delivery {

    /**
     * Uploads. The same bytes may be uploaded again at any time.
     *
     * @param eventId the marketplace's number of the application
     */
    Receipt upload(String eventId, LicenseFile file);

    /** What the marketplace said (license §5.1), put into what is to be done (design §10). */
    sealed interface Receipt {

        /** It has the licence. */
        record Taken() implements Receipt {}

        /**
         * Not now, or nobody knows: the same bytes again later.
         *
         * @param perhapsTaken whether the marketplace may have the licence all the same
         */
        record Again(String why, boolean perhapsTaken) implements Receipt {}

        /**
         * It does not want it. Nobody tries again until a person does.
         *
         * @param code as the marketplace wrote it, without prefix
         */
        record Refused(String code, String why) implements Receipt {}

        /** The application was denied: nobody needs the licence, and its place is free for another, unless somebody has the licence already (91381038). */
        record Denied(String why) implements Receipt {}
    }
}
