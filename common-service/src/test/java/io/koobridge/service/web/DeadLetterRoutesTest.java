package io.koobridge.service.web;

import static io.koobridge.service.web.DialService.get;
import static io.koobridge.service.web.DialService.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.journal.JournalEntry.OperatorActed;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.Stores;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.deadletter.DeadLetterDesk;
import io.koobridge.service.deadletter.DeadLetterMarks;
import io.koobridge.service.deadletter.DeadLetterShelf;
import io.koobridge.service.facts.DeadLetters;
import io.koobridge.service.facts.Rehearsals;
import io.koobridge.service.facts.Turned;
import io.koobridge.service.ledger.Entry;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A dead letter is shown, previewed and replayed one by one, unchanged (design §5). Real broker, real store. */
class DeadLetterRoutesTest {

    private static final String WHY = "{\"why\":\"the reader was rolled out\"}";
    private static final String LETTERS = "/internal/dead-letters";

    /** Not long ago: a broker deletes what is older than its topic's retention while the test runs. */
    private final Instant begin = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

    private final Stores stores = Stores.fresh(DeadLetterRoutesTest.class);
    private final DialService service = new DialService(stores.database());
    private final String topic = "facts-" + UUID.randomUUID();
    private final String letters = topic + ".dlq";
    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(oneAfterAnother(), new ByteArraySerializer(), new ByteArraySerializer());
    private final DefaultKafkaProducerFactory<byte[], byte[]> factory =
            new DefaultKafkaProducerFactory<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
    private final EventCodec<Turned> codec = new EventCodec<>(Turned.FAMILY);

    @BeforeEach
    void createTopics() {
        TestBroker.shared().createTopic(topic, 2);
        TestBroker.shared().createTopic(letters, 3);
    }

    @AfterEach
    void close() {
        producer.close();
        factory.destroy();
        stores.close();
    }

    @Test
    void lettersAreListedNewestFirstWithWhereAndWhy() {
        var first = putAside(0, 1_000, "unreadable", garbage());
        var second = putAside(2, 2_000, "undecidable", garbage());

        var list = get(routes(), LETTERS).body();

        assertThat(ids(list)).containsExactly(second, first);
        var row = list.path("deadLetters").path(1);
        assertThat(row.path("key").asString()).isEqualTo("dial");
        assertThat(row.path("reason").asString()).isEqualTo("unreadable");
        assertThat(row.path("detail").asString()).isEqualTo("because");
        assertThat(row.path("origin").asString()).isEqualTo(topic + ":1:42");
        assertThat(row.path("size").asInt()).isEqualTo(3);
        assertThat(row.path("state").asString()).isEqualTo("open");
        assertThat(row.path("putAsideAt").asString())
                .isEqualTo(begin.plusSeconds(1).toString());
        assertThat(list.path("next").isString()).isFalse();
    }

    @Test
    void aListIsNarrowedByReasonAndState() {
        var unreadable = putAside(0, 1_000, "unreadable", garbage());
        var undecidable = putAside(0, 2_000, "undecidable", garbage());
        post(routes(), LETTERS + "/" + undecidable + ":park", WHY);

        assertThat(ids(get(routes(), LETTERS + "?reason=unreadable").body())).containsExactly(unreadable);
        assertThat(ids(get(routes(), LETTERS + "?state=open").body())).containsExactly(unreadable);
        assertThat(ids(get(routes(), LETTERS + "?state=parked").body())).containsExactly(undecidable);
        assertThat(ids(get(routes(), LETTERS + "?state=replayed").body())).isEmpty();
    }

    /** More than one window of a partition, and many of one millisecond. */
    @Test
    void pagesHaveEveryLetterOnceAndInOrder() {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (int i = 0; i < 1_300; i++) {
            sent.add(send(i % 5 == 0 ? 1 : 0, 1_000 + i / 700, "unreadable", garbage()));
        }
        var all = sent.stream().map(DeadLetterRoutesTest::id).toList();

        var seen = new ArrayList<String>();
        var path = LETTERS + "?limit=200";
        for (var page = get(routes(), path).body();
                ;
                page = get(routes(), path + "&after=" + next(page)).body()) {
            seen.addAll(ids(page));
            if (!page.path("next").isString()) {
                break;
            }
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
    }

    @Test
    void aLetterIsShownWithHeadersAndTheBeginningOfItsValue() {
        var text = putAside(
                0,
                1_000,
                "unreadable",
                new Letter("dial", Map.of("ce_id", "1"), "x".repeat(5_000).getBytes(UTF_8)));
        var bytes = putAside(0, 1_000, "unreadable", new Letter("dial", Map.of(), new byte[] {(byte) 0xff, 0}));
        var none = putAside(0, 1_000, "unreadable", new Letter("dial", Map.of(), null));

        var shown = get(routes(), LETTERS + "/" + text).body();

        assertThat(shown.path("headers").path("ce_id").asString()).isEqualTo("1");
        assertThat(shown.path("headers").path("koobridge_reason").asString()).isEqualTo("unreadable");
        assertThat(shown.path("value").path("encoding").asString()).isEqualTo("text");
        assertThat(shown.path("value").path("content").asString()).hasSize(4_096);
        assertThat(shown.path("value").path("cut").asBoolean()).isTrue();
        assertThat(get(routes(), LETTERS + "/" + bytes)
                        .body()
                        .path("value")
                        .path("content")
                        .asString())
                .isEqualTo("ff00");
        assertThat(get(routes(), LETTERS + "/" + none).body().path("value").isObject())
                .isFalse();
    }

    @Tag("promise:unreadable-is-put-aside")
    @Test
    void aPreviewSaysWhatTheFactWouldDoAndDoesNothing() {
        service.turn("dial", 1);
        var id = putAside(0, 1_000, "undecidable", turned(2));

        var preview = post(routes(), LETTERS + "/" + id + ":preview", "").body();

        assertThat(preview.path("fact").asString()).isEqualTo("turned");
        assertThat(preview.path("subject").asString()).isEqualTo("dial");
        assertThat(preview.path("outcome").asString()).isEqualTo("applied");
        assertThat(preview.path("before").path("generation").asLong()).isEqualTo(1);
        assertThat(preview.path("after").path("generation").asLong()).isEqualTo(2);
        assertThat(preview.path("after").path("phase").asString()).isEqualTo("TURNED");
        assertThat(service.module.ledger().find("dial").map(Entry::version).blockOptional())
                .contains(1L);
    }

    @Test
    void aPreviewSaysWhyARecordWouldBePutAsideAgain() {
        var unreadable = putAside(0, 1_000, "unreadable", garbage());
        var undecidable = putAside(0, 1_000, "undecidable", turned(Turned.UNDECIDABLE));
        var refused = putAside(0, 1_000, "undecidable", turned(Turned.REFUSED));

        assertThat(preview(unreadable).path("putAsideAgain").asString()).isEqualTo("unreadable");
        assertThat(preview(unreadable).path("detail").asString()).contains("not JSON");
        assertThat(preview(undecidable).path("putAsideAgain").asString()).isEqualTo("undecidable");
        assertThat(preview(refused).path("outcome").asString()).isEqualTo("refused");
        assertThat(preview(refused).path("detail").asString()).isEqualTo("RELEASED");
    }

    @Tag("promise:unreadable-is-put-aside")
    @Test
    void aReplayIsTheOriginalRecordOnItsOriginalTopic() {
        var original = new Letter("dial", Map.of("ce_id", "7", "theirs", "x"), "as it was".getBytes(UTF_8));
        var id = putAside(1, 1_000, "unreadable", original);

        assertThat(post(routes(), LETTERS + "/" + id + ":replay", WHY).status()).isEqualTo(200);

        var replayed = Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        topic,
                        Duration.ofSeconds(20),
                        records -> !records.isEmpty())
                .getFirst();
        assertThat(replayed.key()).isEqualTo("dial");
        assertThat(replayed.value()).isEqualTo(original.value());
        assertThat(KafkaEvents.headers(replayed.headers()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ce_id", "7", "theirs", "x", "koobridge_replay_of", id));
        assertThat(get(routes(), LETTERS + "/" + id)
                        .body()
                        .path("deadLetter")
                        .path("state")
                        .asString())
                .isEqualTo("replayed");
        assertThat(service.journal.entries())
                .containsExactly(new OperatorActed("test", "replayed", id, "the reader was rolled out"));
    }

    @Test
    void aSecondReplayIsRefusedUnlessItIsAskedForOnceMore() {
        var id = putAside(0, 1_000, "unreadable", garbage());
        post(routes(), LETTERS + "/" + id + ":replay", WHY);

        assertThat(post(routes(), LETTERS + "/" + id + ":replay", WHY).status()).isEqualTo(409);
        assertThat(post(routes(), LETTERS + "/" + id + ":park", WHY).status()).isEqualTo(409);
        assertThat(post(routes(), LETTERS + "/" + id + ":replay", "{\"why\":\"once more\",\"again\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        topic,
                        Duration.ofSeconds(20),
                        records -> records.size() == 2))
                .hasSize(2);
    }

    /** A topic that was made anew counts from 0 again: the mark of the old letter says nothing about the new one. */
    @Test
    void aMarkIsAboutTheLetterOfItsTimeAlone() {
        var first = putAside(0, 1_000, "unreadable", garbage());
        post(routes(), LETTERS + "/" + first + ":replay", WHY);
        var marks = LedgerModule.collection(stores.database(), "dead-letter-actions");
        var mark = Objects.requireNonNull(Mono.from(marks.find().first()).block());
        Mono.from(marks.deleteOne(mark)).block();
        mark.put("_id", new BsonString(first + "@" + (begin.toEpochMilli() - 86_400_000)));
        Mono.from(marks.insertOne(mark)).block();

        assertThat(ids(get(routes(), LETTERS + "?state=open").body())).containsExactly(first);
        assertThat(post(routes(), LETTERS + "/" + first + ":replay", WHY).status())
                .isEqualTo(200);
        assertThat(ids(get(routes(), LETTERS + "?state=replayed").body())).containsExactly(first);
    }

    @Test
    void ofTwoReplaysAtOnceEachSendIsInTheJournalAndTheLaterIsTold() throws Exception {
        var id = putAside(0, 1_000, "unreadable", garbage());
        var together = new CyclicBarrier(2);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var both = new KafkaTemplate<byte[], byte[]>(factory) {
            @Override
            public CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
                // Both have read the letter as open before either is marked.
                return super.send(record)
                        .thenApplyAsync(
                                sent -> {
                                    try {
                                        together.await(20, TimeUnit.SECONDS);
                                        return sent;
                                    } catch (Exception e) {
                                        throw new AssertionError(e);
                                    }
                                },
                                threads);
            }
        };
        var routes = routes(broker, List.of(letters), stores, both);

        var answers = Stream.of("a", "b")
                .map(_ ->
                        CompletableFuture.supplyAsync(() -> post(routes, LETTERS + "/" + id + ":replay", WHY), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(DialService.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(service.journal.entriesOf(OperatorActed.class)).hasSize(2);
    }

    /** More than is read for one attempt: shorter slices, and every letter once. */
    @Test
    void manyLargeLettersAreListedInShorterSlices() {
        var large = new Letter("dial", Map.of(), new byte[900_000]);
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (int i = 0; i < 60; i++) {
            sent.add(send(0, 1_000 + i, "unreadable", large));
        }
        var all = sent.stream().map(DeadLetterRoutesTest::id).toList();

        var first = get(routes(), LETTERS + "?limit=200").body();
        var second = get(routes(), LETTERS + "?limit=200&after=" + next(first)).body();

        assertThat(ids(first)).hasSizeLessThan(60).startsWith(all.getLast());
        assertThat(ids(second).getFirst()).isEqualTo(all.get(59 - ids(first).size()));
    }

    @Test
    void whatWasParkedMayStillBeReplayed() {
        var id = putAside(0, 1_000, "unreadable", garbage());

        assertThat(post(routes(), LETTERS + "/" + id + ":park", WHY).status()).isEqualTo(200);
        assertThat(post(routes(), LETTERS + "/" + id + ":park", WHY).status()).isEqualTo(200);
        assertThat(post(routes(), LETTERS + "/" + id + ":replay", WHY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/a:b:c", "?after=x", "?limit=201", "?limit=0", "?state=lost"})
    void aWrongQuestionIsABadRequest(String question) {
        assertThat(get(routes(), LETTERS + question).status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        putAside(0, 1_000, "unreadable", garbage());

        for (var id : List.of(letters + ":0:1", letters + ":9:0", letters + ":2:0", topic + ":0:0", "journal:0:0")) {
            assertThat(get(routes(), LETTERS + "/" + id).status()).as(id).isEqualTo(404);
            assertThat(post(routes(), LETTERS + "/" + id + ":preview", "").status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(post(routes(), LETTERS + "/" + id + ":replay", WHY).status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(post(routes(), LETTERS + "/" + id + ":park", WHY).status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(get(routes(), LETTERS + "?after=" + id).status()).as(id).isEqualTo(404);
        }
    }

    @Test
    void aReplaySaysWhy() {
        var id = putAside(0, 1_000, "unreadable", garbage());

        assertThat(post(routes(), LETTERS + "/" + id + ":replay", "{}").status())
                .isEqualTo(400);
        assertThat(post(routes(), LETTERS + "/" + id + ":park", "").status()).isEqualTo(400);
    }

    @Test
    void aServiceWithoutDeadLetterTopicsHasNoDeadLetters() {
        assertThat(ids(get(routes(broker, List.of()), LETTERS).body())).isEmpty();
        assertThat(ids(get(routes(broker, List.of("not-made-yet.dlq")), LETTERS).body()))
                .isEmpty();
    }

    @Test
    void aBrokerOrAStoreThatDoesNotAnswerIsUnavailable() {
        var id = putAside(0, 1_000, "unreadable", garbage());
        var nobody = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + FreePorts.next());

        assertThat(get(routes(nobody, List.of(letters)), LETTERS).status()).isEqualTo(503);
        try (var away = Stores.at(FreePorts.next())) {
            var routes = routes(broker, List.of(letters), away);
            assertThat(get(routes, LETTERS + "/" + id).status()).isEqualTo(503);
            assertThat(post(routes, LETTERS + "/" + id + ":park", WHY).status()).isEqualTo(503);
        }
    }

    /** Many records at once to a topic that was made a moment ago: batches that overtake each other are refused for long. */
    private Map<String, Object> oneAfterAnother() {
        var settings = new HashMap<>(broker);
        settings.put("enable.idempotence", false);
        settings.put("max.in.flight.requests.per.connection", 1);
        return settings;
    }

    private JsonNode preview(String id) {
        return post(routes(), LETTERS + "/" + id + ":preview", "").body();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Letter(String key, Map<String, String> headers, byte @Nullable [] value) {}

    private static Letter garbage() {
        return new Letter("dial", Map.of("ce_specversion", "1.0"), "{no".getBytes(UTF_8));
    }

    private Letter turned(int to) {
        var wire = codec.encode(
                new Event<>("fact-" + to, "dial", "/test", DialService.NOW, DialService.NOW, null, new Turned(to)));
        return new Letter(wire.key(), wire.headers(), wire.data());
    }

    private String putAside(int partition, long at, String reason, Letter letter) {
        return id(send(partition, at, reason, letter));
    }

    private Future<RecordMetadata> send(int partition, long at, String reason, Letter letter) {
        var record = new ProducerRecord<>(
                letters, partition, begin.toEpochMilli() + at, letter.key().getBytes(UTF_8), letter.value());
        letter.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        Map.of(
                        DeadLetters.REASON, reason,
                        DeadLetters.DETAIL, "because",
                        DeadLetters.TOPIC, topic,
                        DeadLetters.PARTITION, "1",
                        DeadLetters.OFFSET, "42",
                        DeadLetters.AT, "2026-11-22T08:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return producer.send(record);
    }

    private static String id(Future<RecordMetadata> sent) {
        try {
            var stored = sent.get();
            return "%s:%d:%d".formatted(stored.topic(), stored.partition(), stored.offset());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(JsonNode list) {
        return list.path("deadLetters")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    private static String next(JsonNode page) {
        return page.path("next").asString();
    }

    private InternalRoutes routes() {
        return routes(broker, List.of(letters));
    }

    private InternalRoutes routes(Map<String, Object> at, List<String> topics) {
        return routes(at, topics, stores);
    }

    private InternalRoutes routes(Map<String, Object> at, List<String> topics, Stores stores) {
        return routes(at, topics, stores, new KafkaTemplate<>(factory));
    }

    private InternalRoutes routes(
            Map<String, Object> at, List<String> topics, Stores stores, KafkaTemplate<byte[], byte[]> kafka) {
        var settings = new HashMap<>(at);
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.wait.ms", 50);
        settings.put("default.api.timeout.ms", 4_000);
        var shelf = new DeadLetterShelf(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                () -> topics);
        return new DeadLetterRoutes(
                        new DeadLetterDesk(
                                shelf,
                                new DeadLetterMarks(
                                        LedgerModule.collection(stores.database(), "dead-letter-actions"),
                                        service.clock),
                                kafka,
                                new DeadLetterDesk.Backstage(
                                        Schedulers.boundedElastic(),
                                        new Rehearsals(() -> List.of(service.module.rehearsal()))::of)),
                        new OperatorDeeds(service.telemetry))
                .internal();
    }
}
