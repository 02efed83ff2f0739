package io.koobridge.benchmark.load.report;

import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole run for machines.
 *
 * @param sections by name, in the order in which they ran
 */
public record JsonReport(Machine machine, Plan plan, Map<String, Results> sections) {

    public static JsonReport of(Machine machine, Plan plan, List<Finding> findings) {
        var sections = new LinkedHashMap<String, Results>();
        findings.forEach(finding -> sections.put(finding.section().name(), finding.results()));
        return new JsonReport(machine, plan, sections);
    }

    public void write(Path file) {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, this);
    }
}
