module example.consumer {
    requires dev.leadkit.capture;
    requires dev.leadkit.scoring;
    requires dev.leadkit.store.jdbc;
}
