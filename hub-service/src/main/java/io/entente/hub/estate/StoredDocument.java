package io.entente.hub.estate;

import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import java.time.Instant;

/**
 * One version of one document, as it was accepted.
 *
 * @param kind of the document
 * @param name of the document, unique in tenant and kind
 * @param version from 1
 * @param body the whole document
 * @param hash of the body's canonical text
 * @param createdAt when it was stored
 * @param createdBy who applied it
 */
public record StoredDocument(
    String kind,
    String name,
    int version,
    Node body,
    Hash hash,
    Instant createdAt,
    String createdBy) {}
