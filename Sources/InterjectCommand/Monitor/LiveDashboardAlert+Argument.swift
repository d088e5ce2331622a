public import ArgumentParser
public import Dashboard

extension LiveDashboard.Alert: ExpressibleByArgument {}
