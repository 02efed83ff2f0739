package io.koobridge.service.ledger;

class InMemoryLedgerStoreTest extends LedgerStoreContract {

    @Override
    protected LedgerStore<Door> store() {
        return new InMemoryLedgerStore<>();
    }
}
