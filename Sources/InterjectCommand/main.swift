print("interject")
