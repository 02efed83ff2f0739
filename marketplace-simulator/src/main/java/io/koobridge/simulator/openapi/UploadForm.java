package io.koobridge.simulator.openapi;

import io.koobridge.simulator.applying.Received;
import io.koobridge.simulator.openapi.Multipart.Malformed;
import io.koobridge.simulator.openapi.Multipart.Part;
import io.koobridge.simulator.signing.Digests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an upload and checks each field of the table (license §5.1). */
final class UploadForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DESCRIPTION = "isvUpdateFileReq";
    private static final String FILE = "file";
    private static final int LONGEST = 1024;
    // The printed sample labels the file by the type of the whole.
    private static final Set<String> FILE_TYPES = Set.of("application/octet-stream", "multipart/form-data");

    private UploadForm() {}

    static Received read(@Nullable String contentType, byte[] body) {
        List<Part> parts = Multipart.parts(contentType, body);
        for (Part part : parts) {
            require(part.name().equals(DESCRIPTION) || part.name().equals(FILE), "there is no part " + part.name());
        }
        Part description = only(DESCRIPTION, parts);
        if (description == null) {
            throw new Malformed("the part " + DESCRIPTION + " is missing");
        }
        require(isOf(Set.of("application/json"), description), DESCRIPTION + " is not application/json");
        return received(json(description.content()), only(FILE, parts));
    }

    private static Received received(JsonNode json, @Nullable Part file) {
        String type = text(json, "type");
        String characters = text(json, "characters");
        String sha256 = text(json, "sha256");
        return switch (type == null ? "" : type) {
            case "CHARACTERS" -> characters(characters, sha256, file);
            case "FILE" -> file(text(json, "file_name"), sha256, file);
            default -> throw new Malformed("type must be CHARACTERS or FILE");
        };
    }

    /** What came besides must not say something else: whoever sends both may mean the other one. */
    private static Received characters(@Nullable String characters, @Nullable String sha256, @Nullable Part file) {
        if (characters == null) {
            throw new Malformed("characters is missing");
        }
        require(file == null, "the part file is for FILE alone");
        byte[] content = characters.getBytes(StandardCharsets.UTF_8);
        require(
                sha256 == null || sha256.equalsIgnoreCase(Digests.sha256(content)),
                "sha256 is not that of the characters");
        return Received.of(Received.Type.CHARACTERS, null, content);
    }

    private static Received file(@Nullable String name, @Nullable String sha256, @Nullable Part file) {
        if (name == null || name.isBlank()) {
            throw new Malformed("file_name is missing");
        }
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw new Malformed("the part file, with a file name, is missing");
        }
        require(isNamed(name, file.fileName()), "file_name is not the file name of the part file");
        require(isOf(FILE_TYPES, file), "the part file is not application/octet-stream");
        require(
                sha256 != null && sha256.equalsIgnoreCase(Digests.sha256(file.content())),
                "sha256 is not that of the file");
        return Received.of(Received.Type.FILE, name, file.content());
    }

    /** A quotation mark in a part's file name is written as browsers do, or escaped (RFC 7578 §4.2 leaves it open). */
    private static boolean isNamed(String name, String ofPart) {
        return name.equals(ofPart) || name.replace("\"", "%22").equals(ofPart);
    }

    private static @Nullable Part only(String name, List<Part> parts) {
        List<Part> named =
                parts.stream().filter(part -> part.name().equals(name)).toList();
        require(named.size() <= 1, "the part " + name + " comes twice");
        return named.isEmpty() ? null : named.getFirst();
    }

    private static boolean isOf(Set<String> types, Part part) {
        String type = part.contentType() == null ? "" : part.contentType().split(";", 2)[0];
        return types.contains(type.strip().toLowerCase(Locale.ROOT));
    }

    private static JsonNode json(byte[] content) {
        try {
            JsonNode json = JSON.readTree(content);
            require(json.isObject(), DESCRIPTION + " is not a JSON object");
            return json;
        } catch (JacksonException e) {
            throw new Malformed(DESCRIPTION + " is not JSON");
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        require(
                value.isString() && value.stringValue().length() <= LONGEST,
                name + " is not a string of at most " + LONGEST + " characters");
        return value.stringValue();
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new Malformed(message);
        }
    }
}
