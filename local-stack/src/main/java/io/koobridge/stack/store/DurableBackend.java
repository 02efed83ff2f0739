package io.koobridge.stack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only when it is on disk. The stock backend answers from memory and lost one acknowledged write in eight
 * when it was killed.
 */
final class DurableBackend extends H2Backend {

    /** Whatever is not surely a read counts as a write: waiting once too often costs milliseconds. */
    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlasterror",
            "getlog",
            "getmore",
            "getparameter",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "whatsmyuri");

    private final MVStore store;
    private final GroupCommit commits;

    DurableBackend(MVStore store, GroupCommit commits) {
        super(store);
        this.store = store;
        this.commits = commits;
    }

    /** Called while the stock constructor runs, so it knows no field of this class. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return isRead(message.getDocument()) ? read(message) : write(message);
    }

    /** The stock backend knows this command by its old name only; health checks ask for it by the new one. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return super.handleCommand(channel, database, command.equals("hello") ? "isMaster" : command, query);
    }

    /** Pins the pages it may meet, which the next commit would otherwise be free to overwrite. */
    private Document read(MongoMessage message) {
        var usage = store.registerVersionUsage();
        try {
            return super.handleMessage(message);
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    /** A refused write waits too: it may tell its caller of another one's write that is not on disk yet. */
    private Document write(MongoMessage message) {
        try {
            return commits.change(() -> super.handleMessage(message));
        } finally {
            commits.awaitDurable();
        }
    }

    static boolean isRead(Document command) {
        String name = command.keySet().iterator().next();
        return READS.contains(name.toLowerCase(Locale.ROOT)) && !writesItsResult(command);
    }

    private static boolean writesItsResult(Document command) {
        return command.get("pipeline") instanceof Iterable<?> stages && endsWithWrite(stages);
    }

    private static boolean endsWithWrite(Iterable<?> stages) {
        for (Object stage : stages) {
            if (stage instanceof Document document
                    && (document.containsKey("$out") || document.containsKey("$merge"))) {
                return true;
            }
        }
        return false;
    }
}
