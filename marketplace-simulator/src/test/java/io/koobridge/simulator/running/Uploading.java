package io.koobridge.simulator.running;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes uploads as a seller does, byte by byte (license §5.1). */
final class Uploading {
    static final String TYPE = "multipart/form-data; boundary=lic-b1";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static String path(String eventId) {
        return "/api/mkp-openapi-public/global/v1/market-event/" + eventId + "/file";
    }

    Uploading part(String name, String more, String contentType, byte[] content) {
        text("--lic-b1\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\nContent-Type: "
                + contentType + "\r\n\r\n");
        body.writeBytes(content);
        return text("\r\n");
    }

    Uploading json(String json) {
        return part("isvUpdateFileReq", "", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Uploading file(byte[] content) {
        return file("demo.lic", content, "application/octet-stream");
    }

    private Uploading file(String name, byte[] content, String contentType) {
        return part("file", "; filename=\"" + name + "\"", contentType, content);
    }

    byte[] bytes() {
        text("--lic-b1--\r\n");
        return body.toByteArray();
    }

    private Uploading text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    static byte[] characters(String licence) {
        return new Uploading()
                .json("{\"type\":\"CHARACTERS\",\"characters\":\"" + licence + "\"}")
                .bytes();
    }

    static byte[] file(String name, byte[] content) {
        return new Uploading()
                .file(name, content, "application/octet-stream")
                .json("{\"type\":\"FILE\",\"file_name\":\"" + name + "\",\"sha256\":\"" + Running.sha256(content)
                        + "\"}")
                .bytes();
    }
}
