package dev.longrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipeline's files keep to Camel's schema and to the habits of the project. */
class RouteFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Camel's own schemas, as they lie in camel-yaml-dsl. The classic one knows the types of all values, the canonical one a single notation. */
  private static final List<JsonSchema> CAMEL = List.of(schema("camelYamlDsl"), schema("camelYamlDsl-canonical"));

  private static final Pattern DIRECT = Pattern.compile("direct:([a-z0-9-]+)");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(ProgramFolder.find().routes())) {
      return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValidCamelYaml(Path file) throws IOException {
    for (JsonSchema schema : CAMEL) {
      assertThat(schema.validate(YAML.readTree(file.toFile()))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRouteHasAnIdAndADescription(Path file) throws IOException {
    for (JsonNode route : routes(file)) {
      assertThat(route.path("id").asText()).as("id in %s", file.getFileName()).matches("[a-z]+(-[a-z]+)+");
      assertThat(route.path("description").asText()).as("description of %s", route.path("id").asText()).matches("[A-Z][^\\n]{20,}[^.]");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileBeginsWithWhatItIsAndHoldsNoScriptSqlOrPrompt(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).startsWith("# ");
    assertThat(text).doesNotContainPattern("(?i)\\b(groovy|javascript|joor|select .* from|insert into|update .* set)\\b");
  }

  @Test
  void everyDirectEndpointHasItsConsumerOfTheSameName() throws IOException {
    Set<String> called = new TreeSet<>();
    Set<String> consumed = new TreeSet<>();
    for (Path file : files()) {
      for (JsonNode entry : YAML.readTree(file.toFile())) {
        // A template's routes listen under the id that they are given.
        Optional.ofNullable(entry.path("templatedRoute").path("routeId").textValue()).ifPresent(consumed::add);
      }
      for (JsonNode route : routes(file)) {
        String from = route.path("from").path("uri").asText();
        if (from.startsWith("direct:")) {
          consumed.add(from.substring("direct:".length()));
          assertThat(from).isEqualTo("direct:" + route.path("id").asText());
        }
        Matcher direct = DIRECT.matcher(route.path("from").path("steps").toString());
        while (direct.find()) {
          called.add(direct.group(1));
        }
      }
    }
    assertThat(consumed).containsAll(called);
  }

  /** A lane lets one through at a time: whoever holds it and waits for it waits for ever. */
  @Test
  void noRouteOfALaneWaitsForAnotherRouteOfThatLane() throws IOException {
    Map<String, JsonNode> routes = new TreeMap<>();
    for (Path file : files()) {
      routes(file).forEach(route -> routes.put(route.path("id").asText(), route));
    }
    assertThat(routes.values().stream().flatMap(route -> lanes(route).stream())).contains("logLane", "coachLane");
    for (JsonNode route : routes.values()) {
      for (String waitedFor : waitedFor(route, routes, new TreeSet<>())) {
        Set<String> both = lanes(route);
        both.retainAll(lanes(routes.get(waitedFor)));
        assertThat(both).as("lanes of %s and of %s, which it waits for", route.path("id").asText(), waitedFor).isEmpty();
      }
    }
  }

  private static Set<String> lanes(JsonNode route) {
    return Stream.of(route.path("routePolicyRef").asText("").split(" *, *"))
        .filter(policy -> policy.endsWith("Lane"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every route that is called within this one; a wire tap is not waited for. */
  private static Set<String> waitedFor(JsonNode route, Map<String, JsonNode> routes, Set<String> found) {
    for (JsonNode to : route.path("from").path("steps").findValues("to")) {
      String called = to.path("uri").asText();
      String id = called.replace("direct:", "");
      // A template's route is in no lane and calls no other.
      if (routes.containsKey(id) && found.add(id)) {
        waitedFor(routes.get(id), routes, found);
      }
    }
    return found;
  }

  private static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(RouteFilesTest.class.getResourceAsStream("/schema/" + name + ".json"));
  }

  private static List<JsonNode> routes(Path file) throws IOException {
    List<JsonNode> routes = new ArrayList<>();
    YAML.readTree(file.toFile()).forEach(entry -> {
      if (entry.has("route")) {
        routes.add(entry.get("route"));
      }
    });
    return routes;
  }
}
