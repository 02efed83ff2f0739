package io.koobridge.system.documents.configuration;

import io.koobridge.system.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the annotation processor wrote of a module, elements of lists included. */
record Metadata(String module) {

    private static final Pattern LIST = Pattern.compile("java\\.util\\.List<(.+)>");
    private static final Pattern BY_NAME = Pattern.compile("java\\.util\\.Map<java\\.lang\\.String,(.+)>");

    static List<Metadata> ofAllModules() {
        return Repository.modules().stream()
                .map(Metadata::new)
                .filter(metadata -> Files.exists(metadata.file("spring-configuration-metadata.json")))
                .toList();
    }

    List<Setting> settings() {
        return read(file("spring-configuration-metadata.json"))
                .flatMap(property -> expanded(property, ""))
                .toList();
    }

    /** Of a list or table itself and its element's settings, of a type that is described by itself that type's. */
    private Stream<Setting> expanded(JsonNode property, String prefix) {
        var name = prefix + property.path("name").asString();
        var type = property.path("type").asString();
        var list = LIST.matcher(type);
        var table = BY_NAME.matcher(type);
        var several = list.matches() || table.matches();
        var element = list.matches() ? list.group(1) : table.matches() ? table.group(1) : type;
        var described = described(element);
        if (described.isPresent()) {
            var place = list.matches() ? name + "[0]" : table.matches() ? name + Setting.ANY_NAME : name;
            return Stream.concat(
                    several ? Stream.of(setting(name, property, true)) : Stream.of(),
                    read(described.get()).flatMap(inner -> expanded(inner, place + ".")));
        }
        return Stream.of(setting(list.matches() ? name + "[0]" : name, property, false));
    }

    /** By the module itself, or by a library of ours. */
    private Optional<Path> described(String type) {
        return Stream.of(module, "common-service")
                .map(owner -> new Metadata(owner).file("spring/configuration-metadata/" + type + ".json"))
                .filter(Files::exists)
                .findFirst();
    }

    private static Setting setting(String name, JsonNode property, boolean group) {
        return new Setting(
                name,
                property.path("type").asString(),
                textOrNull(property.path("description")),
                textOrNull(property.path("defaultValue")),
                group);
    }

    private static @Nullable String textOrNull(JsonNode value) {
        return value.isMissingNode() ? null : value.asString();
    }

    private static Stream<JsonNode> read(Path file) {
        return JsonMapper.shared()
                .readTree(Repository.read(file))
                .path("properties")
                .valueStream();
    }

    /** The constants of an enum, of the module or of a library of ours, or none of another type. */
    List<String> constants(String type) {
        return Stream.of(module, "common-crypto", "common-events")
                .map(owner -> Repository.ROOT.resolve(owner).resolve("target/classes"))
                .map(classes -> Enums.in(classes).constants(type))
                .filter(constants -> !constants.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Path file(String name) {
        return Repository.ROOT
                .resolve(module)
                .resolve("target/classes/META-INF")
                .resolve(name);
    }
}
