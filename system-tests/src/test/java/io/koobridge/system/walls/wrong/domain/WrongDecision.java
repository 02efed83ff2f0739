package io.koobridge.system.walls.wrong.domain;

import org.bson.BsonDocument;

/** A decision that knows a store's documents. */
public record WrongDecision(BsonDocument document) {}
