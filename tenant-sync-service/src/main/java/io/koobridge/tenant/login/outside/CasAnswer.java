package io.koobridge.tenant.login.outside;

import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apereo.cas.client.authentication.AttributePrincipalImpl;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.AssertionImpl;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came of a ticket, as XML, or as JSON from whoever prefers that. */
sealed interface CasAnswer {

    /**
     * It means nothing.
     *
     * @param why never quotes what came
     */
    record Unreadable(String why) implements CasAnswer {}

    /**
     * No user.
     *
     * @param ours it is not the ticket that is wrong, but what we said of the service
     */
    record Failure(boolean ours) implements CasAnswer {}

    /** A success, by its form. */
    non-sealed interface Success extends CasAnswer {
        Assertion assertion() throws TicketValidationException;
    }

    static CasAnswer of(String text) {
        return text.stripLeading().startsWith("{") ? Json30.of(text) : Xml30.of(text);
    }

    private static CasAnswer failure(String code) {
        return new Failure(!code.equals("INVALID_TICKET") && !code.equals("INVALID_TICKET_SPEC"));
    }

    /** As the protocol has it. */
    record Xml30(String text) implements Success {

        private static final String NAMESPACE = "http://www.yale.edu/tp/cas";

        private static CasAnswer of(String text) {
            try {
                var failures = root(text).getElementsByTagNameNS(NAMESPACE, "authenticationFailure");
                return failures.getLength() > 0
                        ? failure(((Element) failures.item(0))
                                .getAttribute("code")
                                .strip())
                        : new Xml30(text);
            } catch (SAXException | IOException e) {
                return new Unreadable("no XML, or one with a document type");
            }
        }

        /** The library's own parser follows entities; nothing that declares any reaches it. */
        private static Element root(String text) throws SAXException, IOException {
            try {
                var factory = DocumentBuilderFactory.newDefaultNSInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                factory.setXIncludeAware(false);
                factory.setExpandEntityReferences(false);
                var builder = factory.newDocumentBuilder();
                // Else it writes to standard error.
                builder.setErrorHandler(new DefaultHandler());
                return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException("every JDK has such a parser", e);
            }
        }

        @Override
        public Assertion assertion() throws TicketValidationException {
            return Parser.INSTANCE.read(text);
        }

        /** The library's reading without its calling. */
        private static final class Parser extends Cas30ServiceTicketValidator {

            private static final Parser INSTANCE = new Parser();

            private Parser() {
                super("https://nobody.is.called.here.invalid/");
            }

            private Assertion read(String text) throws TicketValidationException {
                return parseResponseFromServer(text);
            }
        }

        /** It is somebody's name and more. */
        @Override
        public String toString() {
            return "Xml30[…]";
        }
    }

    /** The same members as objects: {@code {"serviceResponse":{"authenticationSuccess":{"user":…,"attributes":{…}}}}}. */
    record Json30(String user, Map<String, Object> attributes) implements Success {

        private static CasAnswer of(String text) {
            JsonNode response;
            try {
                response = Json.mapper().readTree(text).path("serviceResponse");
            } catch (JacksonException | ArithmeticException | NumberFormatException e) {
                return new Unreadable("no JSON");
            }
            var failed = response.path("authenticationFailure");
            if (failed.isObject()) {
                return failure(failed.path("code").asString(""));
            }
            var success = response.path("authenticationSuccess");
            var user = success.path("user").asString("");
            return user.isBlank() ? new Unreadable("no user in it") : new Json30(user, attributes(success));
        }

        private static Map<String, Object> attributes(JsonNode success) {
            var attributes = new HashMap<String, Object>();
            success.path("attributes").properties().forEach(member -> {
                var value = member.getValue().isArray() ? member.getValue().path(0) : member.getValue();
                if (value.isString()) {
                    attributes.put(member.getKey(), value.stringValue());
                }
            });
            return attributes;
        }

        @Override
        public Assertion assertion() {
            return new AssertionImpl(new AttributePrincipalImpl(user, attributes));
        }

        /** It is somebody's name and more. */
        @Override
        public String toString() {
            return "Json30[…]";
        }
    }
}
